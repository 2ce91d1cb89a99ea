import { sd } from "../src/core/algorithms/sd.ts";
import { slem } from "../src/core/algorithms/slem.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { sameToken } from "../src/testing/proposals.ts";
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
