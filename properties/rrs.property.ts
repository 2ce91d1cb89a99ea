import { rrs } from "../src/core/algorithms/rrs.ts";
import { sd } from "../src/core/algorithms/sd.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { independentCandidates } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  countsTheCorrection,
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

describeAlgorithm(rrs, {
  worlds: anyWorld({ relation: "same" }),
  candidates: independentCandidates,
  mutants: {
    lossless: [keepsAll, keepsHalf, stutters, forgetsContext, keepsMore],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(sd), keepsHalf],
    acceptance_bound: [countsTheCorrection, keepsMore],
  },
});
