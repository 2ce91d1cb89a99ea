import { slem } from "../src/algorithms/slem.ts";
import { slrsBlock } from "../src/algorithms/slrs-block.ts";
import { slrsMulti } from "../src/algorithms/slrs-multi.ts";
import { describeAlgorithm } from "./support/describe-algorithm.ts";
import { emitsAtLeast } from "./support/laws.ts";
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
import { speltToken } from "./support/proposals.ts";
import { anyWorld } from "./support/worlds.ts";

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
