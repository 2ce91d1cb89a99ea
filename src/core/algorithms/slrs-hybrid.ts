import { overlap } from "../law/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext, promptTokens } from "./parts/committed.ts";
import { proposeSharedElseText, sharedElseTextLaw } from "./parts/shared-else-text.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";
import { slrs } from "./slrs.ts";

/**
 * Shared-else-text: propose the drafted tokens where the target has them, else their text, as one map of the draft.
 *
 * @definition $\Phi$ maps a draft to a word: if its first token is in $T \cap D$, the run of drafted tokens up to the
 * first that is not, as they are; else $T(\text{drafted text})$. $\Psi(u)$ is the probability that $\Phi$ begins with
 * $u$, over both kinds of drafts, and $Q(x \mid u) = \Psi(u x) / \Psi(u)$, a sub-law.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). Draw $d_1 \sim q$ (`draft`).
 * 2. If $d_1 \in T \cap D$, draw on (`draft`) until `lookahead`, the stop token, or a draft outside $T \cap D$; $s$ is
 *    the run before that one.
 * 3. Else draw on (`draft`) until `lookahead` or the stop token; $s = T(\text{drafted text})$; it may be empty.
 * 4. One target pass gives $p_0 \dots p_m$, with $p_i = p(\cdot \mid c\, s_1 \dots s_i)$.
 * 5. From the left, keep $s_{i+1}$ with probability $\min(1, p_i(s_{i+1}) / Q(s_{i+1} \mid s_1 \dots s_i))$ (`accept`);
 *    a kept stop token ends the round.
 * 6. At the first rejection emit the kept tokens and one from $\mathrm{norm}(\max(p_i - Q(\cdot \mid s_{\le i}), 0))$
 *    (`residual`); all kept, one from that law after $s$ (`bonus`).
 * @theorem
 * - `slrs_hybrid_normalizes`: each round is a law. Assumes: p and drafting have laws.
 * - `slrs_hybrid_lossless`: every generation has the target's law. Assumes: p and drafting have laws, $Q$ is the exact
 *   conditional law of that word.
 * - `slrs_hybrid_acceptance`: $\sum_x \min(p(x), \Psi(x))$. Assumes: the same.
 * - `slrs_hybrid_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `slrs_hybrid_dominates`: keeps its first token at least as often as `union`. Assumes: p a law on T, q a law on D,
 *   the first draft has law q, lookahead > 0.
 * @proof proofs/Hybrids.v
 * @tested properties/slrs-hybrid.property.ts
 * @acceptance $\sum_{x \in T} \min(p(x), \Psi(x))$
 * @cost One target pass of m + 1 answers; one drafter pass for each draft; for $\Psi$ the walk of `slrs-multi` over the
 * drafts that begin outside $T \cap D$, and one pass for each prefix of the word that may be drafted as it is.
 * @cite none of its own: it joins the drafts of Algorithms 1 and 3 of Timor2025.
 * @differs From Timor2025, which has Algorithms 1 and 3 side by side and no way to join them: choosing between them by
 * the draft in hand makes both laws conditional on that choice. No engine that we know of has it.
 * @limits Asking whether the first draft is shared, and then verifying each kind by a law that ignores the answer, is
 * lossy: the two kinds must be one law. Accepts neither more nor less than `tli` or `slrs-multi` in general. Tokens of
 * $T \cap D$ are equal by their strings or bytes.
 */
export const slrsHybrid: Algorithm<Committed> = {
  ...slrs,
  id: "slrs-hybrid",
  theorems: [
    "slrs_hybrid_normalizes",
    "slrs_hybrid_lossless",
    "slrs_hybrid_acceptance",
    "slrs_hybrid_terminates",
    "slrs_hybrid_dominates",
  ],
  cite: ["Timor2025"],
  round: (world, committed) => {
    const propose = proposeSharedElseText(world, drafterContext(world, committed));
    return (ask) => verifyTokens(ask, world, committed, propose(ask));
  },
  acceptance: (world) => () => {
    const prompt = promptTokens(world);
    const first = sharedElseTextLaw(world, drafterContext(world, prompt))([]).law;
    return overlap(world.field, world.target.next(prompt), first);
  },
};
