import { mass } from "../law/dist.ts";
import { normalise } from "../law/normalise.ts";
import { overlap } from "../law/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftShared, onTarget } from "./parts/draft-tokens.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";

/**
 * Token-level intersection (TLI): the drafter is conditioned on T ∩ D, then verified token by token.
 *
 * @definition $q'(x) = q(x) / \sum_{y \in T \cap D} q(y)$ for $x \in T \cap D$, else 0, at every drafting position. The
 * residual is $r_i = \mathrm{norm}(\max(p_i - q'_i, 0))$.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). While $q_i$ has mass on $T \cap D$ (`shared mass`), draw
 *    $d_{i+1} \sim q'_i$ (`draft`), until `lookahead` or the stop token.
 * 2. One target pass gives $p_0 \dots p_n$.
 * 3. From the left, keep $d_{i+1}$ with probability $\min(1, p_i(d_{i+1}) / q'_i(d_{i+1}))$ (`accept`).
 * 4. At the first rejection emit the kept drafts and a token from $r_i$ (`residual`).
 * 5. All kept, or none drafted: emit them and a token from $p_n$ (`bonus`), or nothing more if the last is the stop
 *    token.
 * @theorem
 * - `tli_normalizes`: each round is a law. Assumes: p is a law on T, q is not negative.
 * - `tli_lossless`: every generation has the target's law. Assumes: p is a law on T, q is not negative.
 * - `tli_acceptance`: $\sum_{T \cap D} \min(p, q')$. Assumes: the same, $q(T \cap D) \ne 0$, lookahead > 0.
 * - `tli_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `tli_dominates`: it accepts at least as often as `union`. Assumes: p a law on T, q a law on D, lookahead > 0.
 * @proof proofs/Speculative.v
 * @tested properties/tli.property.ts
 * @acceptance $\sum_{x \in T \cap D} \min(p(x), q'(x))$; 0 where $q(T \cap D) = 0$ (`tli_acceptance_halt`).
 * @cost One target pass of at most `lookahead` + 1 answers; one drafter pass for each position, the one where drafting
 * ends for want of shared mass included; no $\psi$.
 * @cite Timor2025: their Algorithm 4 and Theorem 4.1.
 * @differs From Algorithm 4 of Timor2025: no mass on $T \cap D$ ends the draft, since there is no $q'$ there; the
 * drafter's context is the committed text tokenised again; the stop tokens are one member of $T \cap D$, by role. From
 * engines: Hugging Face transformers takes this way when it samples with two tokenizers (pull request 35029); it cuts
 * the drafter's output layer down to $T \cap D$ and hands the drafter each new token by its id, or retokenised alone.
 * vLLM draws from $T \cap D$ (pull request 38174) but, as its review says, does not hand q' to the verifier, which then
 * judges the draft as a point mass. All this is lossless if what verifies is the law that drafted, or a point mass;
 * acceptance differs.
 * @limits Tokens are equal if their strings (or bytes) are. Text that the two spell with different tokens is out of
 * reach; neither better nor worse than `slrs` in general.
 */
export const tli: Algorithm<Committed> = {
  id: "tli",
  theorems: ["tli_normalizes", "tli_lossless", "tli_acceptance", "tli_terminates", "tli_dominates"],
  cite: ["Timor2025"],
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const draft = draftShared(world, drafterContext(world, committed));
    return (ask) => verifyTokens(ask, world, committed, draft(ask));
  },
  key: (committed, world) => drafterTextState(world, committed),
  acceptance: (world) => (ask) => {
    const { field, target, drafter } = world;
    const prompt = promptTokens(world);
    const q = onTarget(world, drafter.next(drafterContext(world, prompt)));
    if (!ask.possible("shared mass", () => mass(field, q))) return field.zero;
    return overlap(field, target.next(prompt), normalise(field, q));
  },
};
