import { slem } from "../src/algorithms/slem.ts";
import { slrsMulti } from "../src/algorithms/slrs-multi.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { emitsAtLeast } from "./support/laws.ts";
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
import { speltToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
