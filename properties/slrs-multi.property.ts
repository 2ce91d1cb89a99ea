import { slem } from "../src/core/algorithms/slem.ts";
import { slrsMulti } from "../src/core/algorithms/slrs-multi.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { emitsAtLeast } from "../src/testing/laws.ts";
import { speltToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  claimsLongerDrafts,
  correctsFromTarget,
  dropsLast,
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

describeAlgorithm(slrsMulti, {
  worlds: anyWorld(),
  proposes: speltToken,
  dominates: emitsAtLeast(slem),
  mutants: {
    lossless: [keepsAll, keepsHalf, correctsFromTarget, stutters, dropsLast, forgetsContext],
    normalizes: [keepsUncapped, forgetsToNormalise("residual", "bonus")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slem), keepsHalf, claimsLongerDrafts],
    acceptance_bound: [keepsAll, keepsMore],
    dominates: [keepsHalf],
  },
});
