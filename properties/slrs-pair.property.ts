import { slrsPairFinalDrawFromTarget } from "../fixtures/faults/slrs-pair-final-draw-from-target.ts";
import { slrsPairLastResidualForgotten } from "../fixtures/faults/slrs-pair-last-residual-forgotten.ts";
import { slrsPairMarginalLaw } from "../fixtures/faults/slrs-pair-marginal-law.ts";
import { slrsPairMassNotConditioned } from "../fixtures/faults/slrs-pair-mass-not-conditioned.ts";
import { slrsPairMissingNotCounted } from "../fixtures/faults/slrs-pair-missing-not-counted.ts";
import { slrsPairTargetNotUpdated } from "../fixtures/faults/slrs-pair-target-not-updated.ts";
import { slrs } from "../src/core/algorithms/slrs.ts";
import { slrsPair } from "../src/core/algorithms/slrs-pair.ts";
import { union } from "../src/core/algorithms/union.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { isAtLeast } from "../src/testing/laws.ts";
import { textThenDraft } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  claimsLongerDrafts,
  countsTheCorrection,
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
  stutters,
} from "./support/mutation.ts";

describeAlgorithm(slrsPair, {
  worlds: anyWorld(),
  candidates: textThenDraft,
  dominates: isAtLeast(slrs),
  mutants: {
    lossless: [
      ...[keepsAll, keepsHalf, keepsMore, stutters, forgetsContext],
      ...[
        slrsPairMarginalLaw,
        slrsPairMassNotConditioned,
        slrsPairTargetNotUpdated,
        slrsPairLastResidualForgotten,
        slrsPairFinalDrawFromTarget,
        slrsPairMissingNotCounted,
      ].map(({ algorithm }) => instead(algorithm)),
    ],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slrs), claims(union), keepsHalf, claimsLongerDrafts],
    acceptance_bound: [countsTheCorrection, keepsMore],
    dominates: [keepsHalf, instead(union)],
  },
});
