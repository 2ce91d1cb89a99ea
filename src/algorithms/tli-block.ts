import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext } from "./parts/committed.ts";
import { draftShared } from "./parts/draft-tokens.ts";
import { verifyBlock } from "./parts/verify-block.ts";
import { tli } from "./tli.ts";

/** TLI with block verification: drafts conditioned on T ∩ D, verified jointly. */
export const tliBlock: Algorithm<Committed> = {
  ...tli,
  id: "tli-block",
  theorems: [
    "tli_block_normalizes",
    "tli_block_lossless",
    "tli_block_acceptance",
    "tli_block_terminates",
    "tli_block_dominates",
  ],
  cite: ["Timor2025", "Sun2024"],
  round: (world, committed) => {
    const draft = draftShared(world, drafterContext(world, committed));
    return (ask) => verifyBlock(ask, world, committed, draft(ask));
  },
};
