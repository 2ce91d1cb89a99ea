import { lazyDist } from "../law/dist.ts";
import { thinned } from "../law/thinned.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { keep } from "./parts/accept.ts";
import { drafterContext } from "./parts/committed.ts";
import { draftText, firstSettled } from "./parts/draft-text.ts";
import { firstTokenLaw } from "./parts/first-token-law.ts";
import { slrs } from "./slrs.ts";

/**
 * SLRS whose correction is drawn by thinning: ψ is asked only for the token drafted and for those drawn from p.
 *
 * @definition $\psi$ as in `slrs`. With $k(x) = \max(0, 1 - \psi(x) / p(x))$ the residual is
 * $\mathrm{norm}(p \cdot k)$, since $p(x)\, k(x) = \max(p(x) - \psi(x), 0)$: draw from p, keep with $k$, else draw
 * again.
 * @algorithm
 * 1. Draft as `slrs` does (`draft`), until `lookahead`, the stop token, or the first target token is settled.
 * 2. $t$ is the first token of $T(\text{drafted text})$; there may be none.
 * 3. One target pass: $p = p(\cdot \mid c)$.
 * 4. With probability $\min(1, p(t) / \psi(t))$ (`accept`) emit $t$.
 * 5. Otherwise, and where there is no $t$, emit a token from $\mathrm{norm}(p \cdot k)$ (`residual`), drawn by
 *    thinning.
 * @theorem
 * - `slrs_thinned_normalizes`: each round is a law. Assumes: p and drafting have laws.
 * - `slrs_thinned_lossless`: every generation has the target's law. Assumes: the same, and $\psi$ is exact, as `slrs`.
 * - `slrs_thinned_acceptance`: $\sum_x \min(p(x), \psi(x))$. Assumes: the same.
 * - `slrs_thinned_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `thinning_loop`: n draws end in y: $\mathrm{norm}(pk)(y)\,(1 - (1 - \sum pk)^n)$. Assumes: p a law,
 *   $0 \le k \le 1$.
 * @proof proofs/Strings.v
 * @tested properties/slrs-thinned.property.ts
 * @acceptance $\sum_{x \in T} \min(p(x), \psi(x))$
 * @cost Passes as `slrs`. $\psi$ is looked up at t and at tokens drawn from p: on average one such draw a round, if a
 * rejection is possible at all. Here the first look-up computes $\psi$ for all tokens in one walk.
 * @cite Timor2025: their Algorithm 3 with another way to draw the last line.
 * @differs From Algorithm 3 of Timor2025: the last line is drawn another way, with the same law; the paper's way needs
 * $\psi$ of every target token at each rejection, this one only of the tokens drawn. No engine that we know of has it.
 * @limits As `slrs`. The number of draws is not bounded, only geometric: a theorem about the loop itself, cut after n
 * draws, is `thinning_loop`. Exact evidence is about the law $\mathrm{norm}(p \cdot k)$, not about the loop of the
 * sampler.
 */
export const slrsThinned: Algorithm<Committed> = {
  ...slrs,
  id: "slrs-thinned",
  theorems: [
    "slrs_thinned_normalizes",
    "slrs_thinned_lossless",
    "slrs_thinned_acceptance",
    "slrs_thinned_terminates",
    "thinning_loop",
  ],
  cite: ["Timor2025"],
  round: (world, committed) => {
    const { field, target } = world;
    const context = drafterContext(world, committed);
    const enough = firstSettled(world);
    const psi = lazyDist(() => firstTokenLaw(world, context));
    return (ask) => {
      const [t] = target.tokenizer.encode(draftText(ask, world, context, enough));
      ask.merge("proposal", () => String(t));
      const p = target.score(committed, [])(0);
      if (t !== undefined && ask.flip("accept", () => keep(field, p, psi, t))) return { emitted: [t], accepted: 1 };
      const kept = (y: typeof t & number) => field.monus(field.one, field.div(psi.weight(y), p.weight(y)));
      return { emitted: [ask.sample("residual", () => thinned(field, p, kept))], accepted: 0 };
    };
  },
};
