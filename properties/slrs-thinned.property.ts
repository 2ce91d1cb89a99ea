import { slem } from "../src/algorithms/slem.ts";
import { slrsThinned } from "../src/algorithms/slrs-thinned.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { isAtLeast } from "./support/laws.ts";
import {
  claims,
  claimsLongerDrafts,
  correctsFromTarget,
  emitsNothing,
  forgetsContext,
  forgetsToNormalise,
  goesOnAfterStop,
  keepsAll,
  keepsHalf,
  keepsMore,
  keepsUncapped,
  redrawsForEver,
  stutters,
} from "./support/mutation.ts";
import { speltToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

describeAlgorithm(slrsThinned, {
  worlds: anyWorld(),
  proposes: speltToken,
  dominates: isAtLeast(slem),
  mutants: {
    lossless: [keepsAll, keepsHalf, correctsFromTarget, stutters, forgetsContext],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slem), keepsHalf, claimsLongerDrafts],
    acceptance_bound: [keepsAll, keepsMore],
    dominates: [keepsHalf],
  },
});
