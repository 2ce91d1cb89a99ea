import type { Algorithm, Committed } from "./algorithm.ts";
import { sameTokens } from "./parts/committed.ts";
import { draftTokens } from "./parts/draft-tokens.ts";
import { verifyBlock } from "./parts/verify-block.ts";
import { sd } from "./sd.ts";

/**
 * Block verification: the drafts of speculative decoding, verified jointly instead of token by token.
 *
 * @definition With drafts and laws as in `sd`: $w_0 = 1$, $w_{i+1} = \min(1, w_i\, p_i(d_{i+1}) / q_i(d_{i+1}))$,
 * $e_i(x) = \max(w_i p_i(x) - q_i(x), 0)$, $S_i = \sum_x e_i(x)$, and $h_i = S_i / (S_i + 1 - w_i)$. After the last
 * draft $q_n = 0$, so that $h_n = w_n$ and $e_n / S_n = p_n$.
 * @algorithm
 * 1. Draft $d_1 \dots d_n$ as `sd` does (`draft`).
 * 2. One target pass gives $p_0 \dots p_n$.
 * 3. For $i = n$ down to 1: with probability $h_i$ (`accept`) emit $d_1 \dots d_i$ and a token from $e_i / S_i$
 *    (`residual`). If $d_i$ is the stop token, $w_i$ replaces $h_i$ and nothing follows.
 * 4. None: emit one token from $e_0 / S_0$ (`residual`).
 * @theorem
 * - `sd_block_normalizes`: each round is a law. Assumes: p and q are laws.
 * - `sd_block_lossless`: one round completed, and every generation, has the target's law. Assumes: p and q are laws.
 * - `sd_block_acceptance`: $\sum_x \min(p(x), q(x))$, as `sd`. Assumes: p and q are laws, lookahead > 0.
 * - `sd_block_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes: p, q are laws.
 * - `sd_block_dominates`: keeps no fewer drafts a round than `sd`, on average. Assumes: p and q are laws.
 * @proof proofs/BlockVerification.v
 * @tested properties/sd-block.property.ts
 * @acceptance $\sum_x \min(p(x), q(x))$, as `sd`: the two differ behind the first draft.
 * @cost One target pass of at most `lookahead` + 1 answers; one drafter pass for each draft; no $\psi$.
 * @cite Sun2024: their Algorithm of block verification.
 * @differs From Sun2024: the positions are tried from the right, which has the law of their "largest i with $\eta_i \le
 * h_i$", and behind a stop token nothing is drawn. From engines: a routine of vllm-ascend named after block
 * verification compared token by token and corrected from the ordinary residual (issue 7807); that is the known fault
 * `block-tokenwise-thresholds`.
 * @limits One vocabulary, as `sd`. $h_i$ sums over the whole vocabulary at each position tried. That no verifier of one
 * draft keeps more is a theorem of Sun2024 that is not proved here; the comparison with `sd` is.
 */
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
