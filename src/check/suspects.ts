import { join } from "node:path";
import { packageRoot, readText } from "../worlds/files.ts";
import type { CheckResult } from "./check-algorithm.ts";

/** Where a known fault is first seen when it is checked as anybody's decoder would be. */
export interface Signature {
  readonly fault: string;
  readonly step: string;
  readonly kind: string;
}

/** The signatures of the zoo, measured and kept beside the gauntlet. */
export const signatures = (): readonly Signature[] =>
  JSON.parse(readText(join(packageRoot(), "fixtures", "gauntlet", "signatures", "signatures.json"))) as Signature[];

/** The known faults whose check ends at the same step with the same kind of refutation. */
export const suspects = ({ rows }: Pick<CheckResult, "rows">): string[] => {
  const found = rows.find(({ verdict }) => verdict === "refuted");
  if (found === undefined) return [];
  return signatures()
    .filter(({ step, kind }) => step === found.step && kind === found.kind)
    .map(({ fault }) => fault);
};
