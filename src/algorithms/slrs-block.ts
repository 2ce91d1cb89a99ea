import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext } from "./parts/committed.ts";
import { proposeWord } from "./parts/propose-word.ts";
import { verifyBlock } from "./parts/verify-block.ts";
import { slrs } from "./slrs.ts";

/** Block SLRS: propose all of T(drafted text) and verify the word jointly; no verifier of that word emits more. */
export const slrsBlock: Algorithm<Committed> = {
  ...slrs,
  id: "slrs-block",
  theorems: [
    "slrs_block_normalizes",
    "slrs_block_lossless",
    "slrs_block_acceptance",
    "slrs_block_terminates",
    "slrs_block_optimal",
  ],
  cite: [],
  round: (world, committed) => {
    const propose = proposeWord(world, drafterContext(world, committed));
    return (ask) => verifyBlock(ask, world, committed, propose(ask));
  },
};
