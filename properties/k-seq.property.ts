import { kSeq } from "../src/core/algorithms/k-seq.ts";
import { sd } from "../src/core/algorithms/sd.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { independentCandidates } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  correctsFromTarget,
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

describeAlgorithm(kSeq, {
  worlds: anyWorld({ relation: "same" }),
  candidates: independentCandidates,
  mutants: {
    lossless: [keepsAll, keepsHalf, stutters, forgetsContext, correctsFromTarget],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(sd), keepsHalf],
    acceptance_bound: [countsTheCorrection, keepsMore],
  },
});
