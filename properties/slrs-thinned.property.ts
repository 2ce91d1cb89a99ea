import { slem } from "../src/core/algorithms/slem.ts";
import { slrsThinned } from "../src/core/algorithms/slrs-thinned.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { isAtLeast } from "../src/testing/laws.ts";
import { speltToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
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
