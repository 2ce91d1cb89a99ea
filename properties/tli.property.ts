import { tli } from "../src/algorithms/tli.ts";
import { union } from "../src/algorithms/union.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { isAtLeast } from "./support/laws.ts";
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
import { sharedToken } from "./support/proposals.ts";
import { verifiesWithQ } from "./support/token-mutants.ts";
import { anyWorld } from "./support/worlds.ts";

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
