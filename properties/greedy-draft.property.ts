import { greedyDraft } from "../src/algorithms/greedy-draft.ts";
import { sd } from "../src/algorithms/sd.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
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
import { likeliestToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
