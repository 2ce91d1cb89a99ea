import { expect, test } from "vitest";
import { inProcess } from "../../../src/checker/adapters/in-process.ts";
import { zooEngine } from "../../../src/checker/adapters/zoo-engine.ts";
import { type CheckResult, checkAlgorithm } from "../../../src/checker/check-algorithm.ts";
import { defaultLimits } from "../../../src/checker/process/limits.ts";

const engine = zooEngine();

const checked = (algorithm: string, only: string): Promise<CheckResult> =>
  checkAlgorithm({
    start: { command: [], limits: defaultLimits, now: () => 0 },
    open: async () => inProcess(engine),
    algorithm,
    only,
    seed: 1,
    budget: {},
    progress: () => undefined,
  });

test.each([
  ["recurrent-state-keeps-rejected", "hindsight", "support", "served-right"],
  ["stop-inside-a-block-ignored", "fair-stop", "stop", "served-right"],
  ["accepted-final-stop-drawn-again", "fair-stop", "law", "point-mass-rule-with-sampled-draft"],
  ["prompt-encoded-otherwise", "spelt", "support", "residual-named-target"],
  ["lookup-fresh-target-draw", "refrain", "law", "lookup-drafts"],
  ["generators-share-a-seed", "coins-lookahead-1", "law", "exponential-race"],
  ["generators-share-a-seed-by-block", "tosses-lookahead-1", "law", "exponential-race"],
  ["drafter-stream-restarts", "tosses-lookahead-2", "law", "lookahead-by-coin"],
  ["draft-cut-to-top-k-judged-by-raw-q", "wide", "law", "draft-hotter-than-target"],
  ["padded-rows-leak", "ragged", "support", "served-right"],
  ["traversal-stale-acceptance", "unscaled", "law", "traversal-of-a-broom"],
])("%s is refuted in %s by %s, and %s is not", async (fault, only, kind, control) => {
  const of = ({ rows }: CheckResult) => rows.filter(({ step }) => step === only);
  expect(of(await checked(fault, only))).toMatchObject([{ verdict: "refuted", kind }]);
  expect(of(await checked(control, only))).toMatchObject([{ verdict: "consistent" }]);
});
