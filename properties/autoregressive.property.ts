import { autoregressive } from "../src/core/algorithms/autoregressive.ts";
import { tli } from "../src/core/algorithms/tli.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { nothingProposed } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  countsTheCorrection,
  emitsNothing,
  forgetsContext,
  forgetsToNormalise,
  goesOnAfterStop,
  redrawsForEver,
  stutters,
} from "./support/mutation.ts";

describeAlgorithm(autoregressive, {
  worlds: anyWorld(),
  proposes: nothingProposed,
  mutants: {
    lossless: [stutters, forgetsContext],
    normalizes: [forgetsToNormalise("target")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(tli), countsTheCorrection],
    acceptance_bound: [countsTheCorrection],
  },
});
