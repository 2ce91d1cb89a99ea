import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext } from "./parts/committed.ts";
import { proposeWord } from "./parts/propose-word.ts";
import { verifyBlock } from "./parts/verify-block.ts";
import { slrs } from "./slrs.ts";

/**
 * Block SLRS: propose all of T(drafted text) and verify the word jointly; no verifier of that word emits more.
 *
 * @definition $s$, $\Psi$ and $Q$ as in `slrs-multi`. $w_0 = 1$,
 * $w_{i+1} = \min(1, w_i\, p_i(s_{i+1}) / Q(s_{i+1} \mid s_{\le i}))$,
 * $e_i(x) = \max(w_i p_i(x) - Q(x \mid s_{\le i}), 0)$, $S_i = \sum_x e_i(x)$, and $h_i = S_i / (S_i + 1 - w_i)$ for
 * every i, the last one included.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). Draw exactly `lookahead` drafts (`draft`), fewer at the stop
 *    token.
 * 2. $s_1 \dots s_m = T(\text{drafted text})$; m may be 0.
 * 3. One target pass gives $p_0 \dots p_m$, with $p_i = p(\cdot \mid c\, s_1 \dots s_i)$.
 * 4. For $i = m$ down to 1: with probability $h_i$ (`accept`) emit $s_1 \dots s_i$ and a token from $e_i / S_i$
 *    (`residual`).
 * 5. None: emit one token from $e_0 / S_0$ (`residual`).
 * @theorem
 * - `slrs_block_normalizes`: each round is a law. Assumes: p and drafting have laws.
 * - `slrs_block_lossless`: every generation has the target's law, for any drafting and any map from drafts to words.
 *   Assumes: p and drafting have laws, $Q$ is the exact conditional law of that word.
 * - `slrs_block_acceptance`: $\sum_x \min(p(x), \Psi(x))$. Assumes: p and drafting have laws.
 * - `slrs_block_terminates`: n rounds reach n tokens or a stop. Assumes: p and drafting have laws.
 * - `slrs_block_optimal`: no lossless round that emits a prefix of the word and one token keeps more of it on average.
 *   Assumes: p is a law, the same drafts and map, no stop tokens.
 * @proof proofs/Multi.v, proofs/Optimality.v
 * @tested properties/slrs-block.property.ts
 * @acceptance $\sum_{x \in T} \min(p(x), \Psi(x))$
 * @cost One target pass of m + 1 answers; drafter passes as `slrs-multi`: one for each draft, and one walk for $\Psi$.
 * @cite none of its own: the verification of Sun2024 for sub-laws, over the word that Timor2025's retokenising gives.
 * @differs From Sun2024: the law verified is a sub-law, since a word may end where it could have gone on; their $h_m =
 * w_m$ at the end is wrong here. From Timor2025: as `slrs-multi`. No engine that we know of has it.
 * @limits Optimal for its map from drafts to words, not among all algorithms. That it emits no fewer tokens than
 * `slrs-multi` is a tested property, not a theorem of its own. $h_i$ sums over the vocabulary at each position tried.
 */
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
  cite: ["Timor2025", "Sun2024"],
  round: (world, committed) => {
    const propose = proposeWord(world, drafterContext(world, committed));
    return (ask) => verifyBlock(ask, world, committed, propose(ask));
  },
};
