import { sd } from "../src/algorithms/sd.ts";
import { sdBlock } from "../src/algorithms/sd-block.ts";
import { slem } from "../src/algorithms/slem.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { emitsAtLeast } from "./support/laws.ts";
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
import { sameToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
