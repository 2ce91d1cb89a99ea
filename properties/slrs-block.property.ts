import { slem } from "../src/core/algorithms/slem.ts";
import { slrsBlock } from "../src/core/algorithms/slrs-block.ts";
import { slrsMulti } from "../src/core/algorithms/slrs-multi.ts";
import { describeAlgorithm } from "../src/testing/describe-algorithm.ts";
import { emitsAtLeast } from "../src/testing/laws.ts";
import { speltToken } from "../src/testing/proposals.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  claims,
  claimsLongerDrafts,
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

describeAlgorithm(slrsBlock, {
  worlds: anyWorld(),
  proposes: speltToken,
  dominates: emitsAtLeast(slrsMulti),
  mutants: {
    lossless: [keepsMore, keepsHalf, stutters, dropsLast, forgetsContext],
    normalizes: [keepsUncapped, forgetsToNormalise("residual")],
    terminates: [emitsNothing, goesOnAfterStop, redrawsForEver],
    acceptance: [claims(slem), keepsHalf, claimsLongerDrafts],
    acceptance_bound: [keepsMore],
    dominates: [keepsHalf],
  },
});
