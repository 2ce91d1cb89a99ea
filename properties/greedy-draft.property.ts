import { greedyDraft } from "../src/core/algorithms/greedy-draft.ts";
import { sd } from "../src/core/algorithms/sd.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { likeliestToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  bonusOneEarly,
  claims,
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

describeAlgorithm(greedyDraft, {
  worlds: anyWorld({ relation: "same" }),
  proposes: likeliestToken,
  mutants: {
    lossless: [keepsAll, keepsHalf, correctsFromTarget, bonusOneEarly, stutters, dropsLast, forgetsContext],
    normalizes: [keepsUncapped, forgetsToNormalise("residual", "bonus")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(sd), keepsHalf],
    acceptance_bound: [keepsAll, keepsMore],
  },
});
