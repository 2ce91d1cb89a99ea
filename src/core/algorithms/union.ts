import { overlap } from "../law/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftTokens, onTarget } from "./parts/draft-tokens.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";

/**
 * Speculative decoding on T ∪ D: both laws extended by zeros, so that tokens outside T are always rejected.
 *
 * @definition $T$, $D$ are the vocabularies; $p$ and $q$ extended by zeros are laws on $T \cup D$, and `sd` runs on
 * them. The residual is $r_i = \mathrm{norm}(\max(p_i - q_i, 0))$, with $q_i(x) = 0$ for $x \notin D$; it lies in $T$.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). Draw $d_{i+1} \sim q_i$ (`draft`) until `lookahead` or the
 *    stop.
 * 2. One target pass over the drafts before the first that is not in $T$ gives $p_0, p_1, \dots$
 * 3. From the left, keep $d_{i+1} \in T$ with probability $\min(1, p_i(d_{i+1}) / q_i(d_{i+1}))$ (`accept`); a draft
 *    outside $T$ is rejected without a coin.
 * 4. At the first rejection emit the kept drafts and a token from $r_i$ (`residual`).
 * 5. All kept: emit them and a token from $p_n$ (`bonus`), or nothing more if the last is the stop token.
 * @theorem
 * - `union_normalizes`: each round is a law. Assumes: p is a law on T, q a law on D.
 * - `union_lossless`: every generation has the target's law. Assumes: p is a law on T, q a law on D.
 * - `union_acceptance`: $\sum_{x \in T \cap D} \min(p(x), q(x))$. Assumes: p a law on T, q a law on D, lookahead > 0.
 * - `union_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * @proof proofs/Speculative.v
 * @tested properties/union.property.ts
 * @acceptance $\sum_{x \in T \cap D} \min(p(x), q(x))$
 * @cost One target pass of at most `lookahead` + 1 answers; one drafter pass for each draft; no $\psi$.
 * @cite Timor2025: their Algorithm 1, the baseline.
 * @differs From Algorithm 1 of Timor2025: the drafter's context is the committed text tokenised again, which the paper
 * leaves open, and the two stop tokens are one member of $T \cap D$, by role. From engines: where two models with
 * unrelated vocabularies are paired by accident, ids of one are read as ids of the other (sgl-project/sglang issue
 * 24051); tokens are strings here, and ids never cross.
 * @limits A draft outside $T$ ends the round: all mass of q there is lost, which `tli` avoids. Tokens are equal if
 * their strings (or bytes) are; markers and normalising tokenizers must be resolved before.
 */
export const union: Algorithm<Committed> = {
  id: "union",
  theorems: ["union_normalizes", "union_lossless", "union_acceptance", "union_terminates"],
  cite: ["Timor2025"],
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const context = drafterContext(world, committed);
    return (ask) => {
      const draft = draftTokens(ask, world, context);
      return verifyTokens(ask, world, committed, draft);
    };
  },
  key: (committed, world) => drafterTextState(world, committed),
  acceptance: (world) => () => {
    const prompt = promptTokens(world);
    const q = onTarget(world, world.drafter.next(drafterContext(world, prompt)));
    return overlap(world.field, world.target.next(prompt), q);
  },
};
