import { jsonReport, printableJson } from "../../check/report/json.ts";
import { junitReport } from "../../check/report/junit.ts";
import type { Reported } from "../../check/report/printed.ts";
import { writeWhole } from "../../experiments/run/write-whole.ts";
import type { Io } from "../io.ts";
import type { CheckOptions } from "./options.ts";

/** Writes the reports that were asked for, whatever was found. */
export async function writeReports(
  results: readonly Reported[],
  { json, junit, html }: Pick<CheckOptions, "json" | "junit" | "html">,
  io: Io,
): Promise<void> {
  if (json) io.out(`${printableJson(results.map(({ result, frame }) => jsonReport(result, frame)))}\n`);
  if (junit !== undefined) writeWhole(junit, junitReport(results));
  if (html === undefined) return;
  // The drawing library is loaded for those who want a page.
  const { htmlReport } = await import("../../check/report/html.ts");
  writeWhole(html, await htmlReport(results));
}
