import type { Algorithm, Committed } from "./algorithm.ts";
import { sameTokens } from "./parts/committed.ts";
import { draftTokens } from "./parts/draft-tokens.ts";
import { verifyBlock } from "./parts/verify-block.ts";
import { sd } from "./sd.ts";

/** Block verification: the drafts of speculative decoding, verified jointly instead of token by token. */
export const sdBlock: Algorithm<Committed> = {
  ...sd,
  id: "sd-block",
  theorems: [
    "sd_block_normalizes",
    "sd_block_lossless",
    "sd_block_acceptance",
    "sd_block_terminates",
    "sd_block_dominates",
  ],
  cite: ["Sun2024"],
  round: (world, committed) => {
    const context = sameTokens(world, committed);
    return (ask) => {
      const draft = draftTokens(ask, world, context);
      return verifyBlock(ask, world, committed, draft);
    };
  },
};
