import { tli } from "../src/algorithms/tli.ts";
import { tliBlock } from "../src/algorithms/tli-block.ts";
import { union } from "../src/algorithms/union.ts";
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
import { sharedToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

describeAlgorithm(tliBlock, {
  worlds: anyWorld(),
  proposes: sharedToken,
  dominates: emitsAtLeast(tli),
  mutants: {
    lossless: [keepsMore, keepsHalf, stutters, dropsLast, forgetsContext],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(union), keepsHalf],
    acceptance_bound: [keepsMore],
    dominates: [keepsHalf],
  },
});
