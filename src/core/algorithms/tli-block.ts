import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext } from "./parts/committed.ts";
import { draftShared } from "./parts/draft-tokens.ts";
import { verifyBlock } from "./parts/verify-block.ts";
import { tli } from "./tli.ts";

/**
 * TLI with block verification: drafts conditioned on T ∩ D, verified jointly.
 *
 * @definition $q'$ is $q$ given $T \cap D$, as in `tli`; $w_0 = 1$,
 * $w_{i+1} = \min(1, w_i\, p_i(d_{i+1}) / q'_i(d_{i+1}))$, $e_i(x) = \max(w_i p_i(x) - q'_i(x), 0)$,
 * $S_i = \sum_x e_i(x)$, $h_i = S_i / (S_i + 1 - w_i)$; $q'_n = 0$ after the last draft, so that $h_n = w_n$.
 * @algorithm
 * 1. Draft $d_1 \dots d_n$ as `tli` does: from $q'$ (`draft`) while there is mass on $T \cap D$ (`shared mass`).
 * 2. One target pass gives $p_0 \dots p_n$.
 * 3. For $i = n$ down to 1: with probability $h_i$ (`accept`) emit $d_1 \dots d_i$ and a token from $e_i / S_i$
 *    (`residual`). If $d_i$ is the stop token, $w_i$ replaces $h_i$ and nothing follows.
 * 4. None: emit one token from $e_0 / S_0$ (`residual`), which is $p_0$ if nothing was drafted.
 * @theorem
 * - `tli_block_normalizes`: each round is a law. Assumes: p a law on T, q not negative.
 * - `tli_block_lossless`: every generation has the target's law. Assumes: p is a law on T, q is not negative.
 * - `tli_block_acceptance`: as `tli`. Assumes: the same, $q(T \cap D) \ne 0$, lookahead > 0.
 * - `tli_block_terminates`: n rounds reach n tokens or a stop. Assumes: p is a law on T, q is not negative.
 * - `tli_block_dominates`: keeps no fewer drafts than `tli` on average. Assumes: p a law on T, q not negative.
 * @proof proofs/BlockVerification.v
 * @tested properties/tli-block.property.ts
 * @acceptance $\sum_{x \in T \cap D} \min(p(x), q'(x))$; 0 where $q(T \cap D) = 0$.
 * @cost One target pass of at most `lookahead` + 1 answers; one drafter pass for each position, as `tli`; no $\psi$.
 * @cite Timor2025, Sun2024: the drafts of the one under the verification of the other.
 * @differs From both papers: it is the drafting of Timor2025 under the verification of Sun2024, and neither has it. The
 * end of a draft for want of shared mass and the stop tokens are as in `tli`. No engine is known to have it.
 * @limits As `tli`. $h_i$ sums over the whole vocabulary at each position tried.
 */
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
