import { jsonReport, printableJson } from "../../checker/report/json.ts";
import { junitReport } from "../../checker/report/junit.ts";
import type { Reported } from "../../checker/report/printed.ts";
import { withOptional } from "../../core/worlds/optional-package.ts";
import type { Io } from "../../system/io.ts";
import { writeWhole } from "../../system/write-whole.ts";
import type { CheckOptions } from "./options.ts";

/** The drawing library is loaded for those who want a page, and missed before the work rather than after it. */
export function loadPage(): Promise<typeof import("../../checker/report/html.ts")> {
  return withOptional("figures", () => import("../../checker/report/html.ts"));
}

/** Writes the reports that were asked for, whatever was found. */
export async function writeReports(
  results: readonly Reported[],
  { json, junit, html }: Pick<CheckOptions, "json" | "junit" | "html">,
  io: Io,
): Promise<void> {
  if (json) io.out(`${printableJson(results.map(({ result, frame }) => jsonReport(result, frame)))}\n`);
  if (junit !== undefined) writeWhole(junit, junitReport(results));
  if (html === undefined) return;
  const { htmlReport } = await loadPage();
  writeWhole(html, await htmlReport(results));
}
