import { tli } from "../src/core/algorithms/tli.ts";
import { union } from "../src/core/algorithms/union.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { isAtLeast } from "../src/testing/laws.ts";
import { sharedToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  bonusOneEarly,
  claims,
  correctsFromTarget,
  emitsNothing,
  forgetsContext,
  forgetsToNormalise,
  goesOnAfterStop,
  instead,
  keepsAll,
  keepsHalf,
  keepsMore,
  keepsUncapped,
  redrawsForEver,
} from "./support/mutation.ts";
import { verifiesWithQ } from "./support/token-mutants.ts";

describeAlgorithm(tli, {
  worlds: anyWorld(),
  proposes: sharedToken,
  dominates: isAtLeast(union),
  mutants: {
    lossless: [keepsAll, keepsHalf, correctsFromTarget, bonusOneEarly, forgetsContext, instead(verifiesWithQ)],
    normalizes: [keepsUncapped, forgetsToNormalise("residual", "bonus"), forgetsToNormalise("draft")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(union), keepsHalf, instead(verifiesWithQ)],
    acceptance_bound: [keepsAll, keepsMore, instead(verifiesWithQ)],
    dominates: [keepsHalf],
  },
});
