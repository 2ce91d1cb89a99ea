import { tli } from "../src/algorithms/tli.ts";
import { union } from "../src/algorithms/union.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
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
import { draftedToken } from "./support/proposals.ts";
import { skipsUnknown, verifiesWithShared } from "./support/token-mutants.ts";
import { anyWorld } from "./support/worlds.ts";

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
