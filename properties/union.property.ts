import { tli } from "../src/core/algorithms/tli.ts";
import { union } from "../src/core/algorithms/union.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { draftedToken } from "../src/testing/proposals.ts";
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
import { skipsUnknown, verifiesWithShared } from "./support/token-mutants.ts";

describeAlgorithm(union, {
  worlds: anyWorld(),
  proposes: draftedToken,
  mutants: {
    lossless: [
      keepsAll,
      keepsHalf,
      correctsFromTarget,
      bonusOneEarly,
      forgetsContext,
      instead(skipsUnknown),
      instead(verifiesWithShared),
    ],
    normalizes: [keepsUncapped, forgetsToNormalise("residual", "bonus")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(tli), keepsHalf, instead(verifiesWithShared)],
    acceptance_bound: [keepsAll, keepsMore],
  },
});
