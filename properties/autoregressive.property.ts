import { autoregressive } from "../src/algorithms/autoregressive.ts";
import { tli } from "../src/algorithms/tli.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
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
import { nothingProposed } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
