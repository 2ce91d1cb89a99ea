import { type CheckPlan, type CheckResult, checkAlgorithm } from "../../../src/checker/check-algorithm.ts";
import type { AnyAdapter } from "../../../src/checker/process/bench.ts";
import { defaultLimits } from "../../../src/checker/process/limits.ts";
import { type Twist, twistedAdapter } from "../steps/twisted.ts";
import { caseIn } from "./world.ts";

/** A whole check of our own `sd` behind an adapter with this twist, in three small worlds. */
export const wholeCheck = (
  twist: Twist,
  plan: Partial<CheckPlan> = {},
  more: (adapter: AnyAdapter) => Partial<AnyAdapter> = () => ({}),
): Promise<CheckResult> => {
  let life = 0;
  return checkAlgorithm({
    start: { command: [], limits: defaultLimits, now: () => 0 },
    open: async () => {
      const adapter = twistedAdapter(twist, life++);
      return { ...adapter, ...more(adapter) };
    },
    algorithm: "sd",
    seed: 1,
    budget: {},
    cases: [caseIn("one"), caseIn("two"), caseIn("three")],
    progress: () => undefined,
    ...plan,
  });
};

/** The verdict of each row by its step. */
export const verdicts = ({ rows }: CheckResult): Record<string, string> =>
  Object.fromEntries(
    rows.map(({ step, verdict, kind }) => [step, kind === undefined ? verdict : `${verdict} ${kind}`]),
  );
