import { sd } from "../src/algorithms/sd.ts";
import { slem } from "../src/algorithms/slem.ts";
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
import { sameToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

describeAlgorithm(sd, {
  worlds: anyWorld({ relation: "same" }),
  proposes: sameToken,
  mutants: {
    lossless: [keepsAll, keepsHalf, keepsMore, correctsFromTarget, bonusOneEarly, stutters, dropsLast, forgetsContext],
    normalizes: [keepsUncapped, forgetsToNormalise("residual", "bonus")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slem), keepsHalf, keepsMore],
    acceptance_bound: [keepsAll, keepsMore],
  },
});
