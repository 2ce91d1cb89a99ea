import { tli } from "../src/core/algorithms/tli.ts";
import { tliBlock } from "../src/core/algorithms/tli-block.ts";
import { union } from "../src/core/algorithms/union.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { emitsAtLeast } from "../src/testing/laws.ts";
import { sharedToken } from "../src/testing/proposals.ts";
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
