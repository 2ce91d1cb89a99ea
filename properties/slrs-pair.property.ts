import { slrsPairFinalDrawFromTarget } from "../fixtures/mutants/slrs-pair-final-draw-from-target.ts";
import { slrsPairLastResidualForgotten } from "../fixtures/mutants/slrs-pair-last-residual-forgotten.ts";
import { slrsPairMarginalLaw } from "../fixtures/mutants/slrs-pair-marginal-law.ts";
import { slrsPairMassNotConditioned } from "../fixtures/mutants/slrs-pair-mass-not-conditioned.ts";
import { slrsPairMissingNotCounted } from "../fixtures/mutants/slrs-pair-missing-not-counted.ts";
import { slrsPairTargetNotUpdated } from "../fixtures/mutants/slrs-pair-target-not-updated.ts";
import { slrs } from "../src/algorithms/slrs.ts";
import { slrsPair } from "../src/algorithms/slrs-pair.ts";
import { union } from "../src/algorithms/union.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { isAtLeast } from "./support/laws.ts";
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
import { textThenDraft } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
