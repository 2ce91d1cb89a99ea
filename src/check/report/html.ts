import type { CheckResult } from "../check-algorithm.ts";
import type { ReportFrame } from "./text.ts";
/** To come. */
export const htmlReport = (
  _results: readonly { readonly result: CheckResult; readonly frame: ReportFrame }[],
): string => "";
