import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext } from "./parts/committed.ts";
import { proposeWord } from "./parts/propose-word.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";
import { slrs } from "./slrs.ts";

/**
 * Multi-token SLRS: propose all of T(drafted text) and verify each token against its exact law given those before it.
 *
 * @definition $s = T(\text{drafted text})$ is the proposed word, $\Psi(u)$ the probability that it begins with $u$, and
 * $Q(x \mid u) = \Psi(u x) / \Psi(u)$, a sub-law: what is missing is the chance that the word ends at $u$. The residual
 * after $u$ is $\mathrm{norm}(\max(p(\cdot \mid c\, u) - Q(\cdot \mid u), 0))$.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). Draw exactly `lookahead` drafts (`draft`), fewer at the stop
 *    token.
 * 2. $s_1 \dots s_m = T(\text{drafted text})$, the last token included, which more text could still have changed.
 * 3. One target pass gives $p_0 \dots p_m$, with $p_i = p(\cdot \mid c\, s_1 \dots s_i)$.
 * 4. From the left, keep $s_{i+1}$ with probability $\min(1, p_i(s_{i+1}) / Q(s_{i+1} \mid s_1 \dots s_i))$ (`accept`).
 * 5. At the first rejection emit the kept tokens and one from the residual there (`residual`).
 * 6. All kept: emit them and a token from the residual after $s$ (`bonus`); it is $p_m$ only if no word goes on after
 *    $s$.
 * @theorem
 * - `slrs_multi_normalizes`: each round is a law. Assumes: p and drafting have laws.
 * - `slrs_multi_lossless`: every generation has the target's law, for any drafting and any map from drafts to words.
 *   Assumes: p and drafting have laws, $Q$ is the exact conditional law of that word.
 * - `slrs_multi_acceptance`: $\sum_x \min(p(x), \Psi(x))$, as `slrs`. Assumes: the same.
 * - `slrs_multi_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `slrs_multi_dominates`: keeps its first token at least as often as `slem`. Assumes: p and drafting have laws.
 * @proof proofs/Multi.v, proofs/Optimality.v
 * @tested properties/slrs-multi.property.ts
 * @acceptance $\sum_{x \in T} \min(p(x), \Psi(x))$
 * @cost One target pass of m + 1 answers; one drafter pass for each draft, and for $\Psi$ one for each drafted text and
 * drafter state that is not finished; all positions of all words are answered by that one walk.
 * @cite none of its own: it goes on where Algorithm 3 of Timor2025 drops all but the first token.
 * @differs From Timor2025: Algorithm 3 keeps one token and throws the rest of the drafted text away; this goes on with
 * it. The paper names the difficulty (what is left of the text need not be a draft that was sampled) and stops there;
 * $Q$, the exact law of the next token of the word, is the answer here. No engine that we know of has it.
 * @limits Not monotone: a shorter word can emit more. That no fewer tokens a round are emitted than by `slem` is a
 * tested property; the theorem compares the first token. Stop tokens are never proposed.
 */
export const slrsMulti: Algorithm<Committed> = {
  ...slrs,
  id: "slrs-multi",
  theorems: [
    "slrs_multi_normalizes",
    "slrs_multi_lossless",
    "slrs_multi_acceptance",
    "slrs_multi_terminates",
    "slrs_multi_dominates",
  ],
  cite: ["Timor2025"],
  round: (world, committed) => {
    const propose = proposeWord(world, drafterContext(world, committed));
    return (ask) => verifyTokens(ask, world, committed, propose(ask));
  },
};
