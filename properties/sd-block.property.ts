import { sd } from "../src/core/algorithms/sd.ts";
import { sdBlock } from "../src/core/algorithms/sd-block.ts";
import { slem } from "../src/core/algorithms/slem.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { emitsAtLeast } from "../src/testing/laws.ts";
import { sameToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  dropsLast,
  emitsNothing,
  forgetsContext,
  forgetsToNormalise,
  goesOnAfterStop,
  keepsHalf,
  keepsMore,
  keepsUncapped,
  redrawsForEver,
  stutters,
} from "./support/mutation.ts";

describeAlgorithm(sdBlock, {
  worlds: anyWorld({ relation: "same" }),
  proposes: sameToken,
  dominates: emitsAtLeast(sd),
  mutants: {
    lossless: [keepsMore, keepsHalf, stutters, dropsLast, forgetsContext],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slem), keepsHalf],
    acceptance_bound: [keepsMore],
    dominates: [keepsHalf],
  },
});
