import { kSeq } from "../src/algorithms/k-seq.ts";
import { sd } from "../src/algorithms/sd.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
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
import { independentCandidates } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
