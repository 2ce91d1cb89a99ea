import type { Algorithm, Committed } from "./algorithm.ts";
import { promptTokens } from "./parts/committed.ts";

/**
 * Autoregressive decoding: one token of the target's law a round; the law that all others must have.
 *
 * @definition $\Pr[x_1 \dots x_n \mid c] = \prod_{i=1}^{n} p(x_i \mid c\, x_1 \dots x_{i-1})$ with $c$ the committed
 * target tokens, the prompt included, up to n tokens or the first stop token. One round is one factor:
 * $x \sim p(\cdot \mid c)$.
 * @algorithm
 * 1. One target pass: $p = p(\cdot \mid c)$.
 * 2. Draw $x \sim p$ (`target`) and emit it. Nothing is drafted, so nothing can be accepted.
 * 3. The next round starts from $c\, x$, unless $x$ is the stop token.
 * @theorem
 * - `autoregressive_normalizes`: each round is a law. Assumes: p is a law in every context.
 * - `autoregressive_lossless`: every generation has the law of the target alone. Assumes: p is a law in every context.
 * - `autoregressive_acceptance`: the probability that a proposed token is kept is 0. Assumes nothing.
 * - `autoregressive_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * @proof proofs/Speculative.v
 * @tested properties/autoregressive.property.ts
 * @acceptance $0$
 * @cost One target pass a round, one token a pass; no drafter pass, no $\psi$.
 * @cite none: it is what sampling from a language model means, and what every lossless algorithm must agree with.
 * @differs From the paper: nothing, it is the baseline of its tables. From engines: they compute p in floating point
 * with kernels chosen by the shape of the batch, so that near ties may fall otherwise in another run; here p is exact,
 * and a difference of that kind is none of the algorithm's.
 * @limits The drafter, the lookahead and the candidates are not read. A stop token ends the generation, not only the
 * round; it is a token like any other here, so that the law includes the length. With the comparisons in mind: a fault
 * in this file could hide the same fault elsewhere, which is why the target's law is also computed without it, by
 * multiplying the model's answers along each sequence of tokens.
 */
export const autoregressive: Algorithm<Committed> = {
  id: "autoregressive",
  theorems: [
    "autoregressive_normalizes",
    "autoregressive_lossless",
    "autoregressive_acceptance",
    "autoregressive_terminates",
  ],
  cite: [],
  stateIsContext: true,
  start: promptTokens,
  round:
    ({ target }, committed) =>
    (ask) => {
      const p = target.score(committed, [])(0);
      return { emitted: [ask.sample("target", () => p)], accepted: 0 };
    },
  key: () => "",
  acceptance:
    ({ field }) =>
    () =>
      field.zero,
};
