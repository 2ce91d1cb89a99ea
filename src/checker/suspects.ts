import { join } from "node:path";
import { packageRoot, readText } from "../system/files.ts";
import type { CheckResult } from "./check-algorithm.ts";

/** Where a known fault is first seen when it is checked as anybody's decoder would be. */
export interface Signature {
  readonly fault: string;
  readonly step: string;
  readonly kind: string;
}

/** The signatures of the zoo, measured and kept beside the gauntlet. */
export function signatures(): readonly Signature[] {
  return JSON.parse(
    readText(join(packageRoot(), "fixtures", "gauntlet", "signatures", "signatures.json")),
  ) as Signature[];
}

/** The known faults whose first refutation is at the same step and of the same kind. */
export function suspects({ rows, refuted }: Pick<CheckResult, "rows" | "refuted">): string[] {
  const found = rows.find(({ step, verdict }) => verdict === "refuted" && step === refuted[0]);
  if (found === undefined) return [];
  return signatures()
    .filter(({ step, kind }) => step === found.step && kind === found.kind)
    .map(({ fault }) => fault);
}
