import { withOptional } from "../../core/worlds/optional-package.ts";

import type { Io } from "../../system/io.ts";
import { writeWhole } from "../../system/write-whole.ts";
import { jsonReport, printableJson } from "./json.ts";
import { junitReport } from "./junit.ts";
import type { Reported } from "./printed.ts";

/** Which reports are wanted, and where. */
export interface Reports {
  readonly json: boolean;
  readonly junit: string | undefined;
  readonly html: string | undefined;
}

/** The drawing library is loaded for those who want a page, and missed before the work rather than after it. */
export function loadPage(): Promise<typeof import("./html.ts")> {
  return withOptional("figures", () => import("./html.ts"));
}

/** Writes the reports that were asked for, whatever was found. */
export async function writeReports(
  results: readonly Reported[],
  { json, junit, html }: Reports,
  io: Io,
): Promise<void> {
  if (json) io.out(`${printableJson(results.map(({ result, frame }) => jsonReport(result, frame)))}\n`);
  if (junit !== undefined) writeWhole(junit, junitReport(results));
  if (html === undefined) return;
  const { htmlReport } = await loadPage();
  writeWhole(html, await htmlReport(results));
}
