import { lazyDist } from "../law/dist.ts";
import { excess } from "../law/excess.ts";
import { normalise } from "../law/normalise.ts";
import { overlap } from "../law/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { keep } from "./parts/accept.ts";
import { drafterContext, promptTokens } from "./parts/committed.ts";
import { draftText, firstSettled } from "./parts/draft-text.ts";
import { firstTokenLaw } from "./parts/first-token-law.ts";
import { givenRejected } from "./parts/given-rejected.ts";
import { slrs } from "./slrs.ts";

/**
 * Text-then-union: two candidates from one draft, its first target token, then its first drafted token if T has it.
 *
 * @definition $x$ is the first token of $T(\text{drafted text})$, of law $\psi$; $y$ is the first draft if it is in
 * $T \cap D$; either may be missing. $e = \max(p - \psi, 0)$ is what the target still owes once $x$ is rejected, and
 * $\lambda(y)$ the probability that $y$ is drafted and $x$ missing or rejected:
 * $\lambda(y) = q(y) - \sum_x J(x, y) \min(1, p(x)/\psi(x))$ with $J$ the joint law of the two candidates.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). Draw $d_1, d_2, \dots \sim q$ (`draft`) until `lookahead`, the
 *    stop token, or the first target token can no longer change. This gives $x$ and $y$.
 * 2. One target pass: $p = p(\cdot \mid c)$.
 * 3. With probability $\min(1, p(x) / \psi(x))$ (`accept`) emit $x$.
 * 4. Else with probability $\min(1, e(y) / \lambda(y))$ (`accept`) emit $y$; `proposed` asks which $\psi(x)$ are zero.
 * 5. Else emit a token from $\mathrm{norm}(\max(e - \lambda, 0))$ (`residual`).
 * @theorem
 * - `slrs_pair_normalizes`: each round is a law. Assumes: p and drafting have laws.
 * - `slrs_pair_lossless`: every generation has the target's law, for any drafting and any two maps from drafts to a
 *   token or none. Assumes: p and drafting have laws, $\psi$ and $\lambda$ are exact.
 * - `slrs_pair_acceptance`: the formula below. Assumes: the same.
 * - `slrs_pair_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `slrs_pair_dominates`: keeps a candidate at least as often as `slrs` with the same drafts. Assumes: p and drafting
 *   have laws.
 * - `slrs_pair_bound`: no more often than $p(U) + P(\text{not both in } U)$, for every set $U$ of tokens, a missing one
 *   counting as inside. Assumes: the same.
 * @proof proofs/Hybrids.v
 * @tested properties/slrs-pair.property.ts
 * @acceptance $\sum_x \min(p(x), \psi(x)) + \sum_y \min(e(y), \lambda(y))$: some candidate is kept.
 * @cost One target pass with one answer; one drafter pass for each draft; for $\psi$ the walk of `slrs`, and for
 * $\lambda$ one more such walk for each token of $T \cap D$ that may be drafted first.
 * @cite Miao2024: their recursive rejection, here for candidates that depend on each other; the candidates are those of
 * Algorithms 3 and 1 of Timor2025.
 * @differs From Miao2024: the two candidates come from one draft and depend on each other, so the second is judged by
 * its law given that the first was rejected. From Timor2025: Algorithm 3 has the first candidate only. No engine that
 * we know of has it.
 * @limits One token a round. Verifying $y$ by $q$, as if it were drawn afresh, is lossy. The other order of the two
 * candidates may keep more.
 */
export const slrsPair: Algorithm<Committed> = {
  ...slrs,
  id: "slrs-pair",
  theorems: [
    "slrs_pair_normalizes",
    "slrs_pair_lossless",
    "slrs_pair_acceptance",
    "slrs_pair_terminates",
    "slrs_pair_dominates",
    "slrs_pair_bound",
  ],
  cite: ["Miao2024", "Timor2025"],
  round: (world, committed) => {
    const { field, target, drafter, shared } = world;
    const context = drafterContext(world, committed);
    const enough = firstSettled(world);
    const psi = lazyDist(() => firstTokenLaw(world, context));
    const left = givenRejected(world, context);
    return (ask) => {
      const q = drafter.next(context);
      const d = ask.sample("draft", () => q);
      const [x] = target.tokenizer.encode(draftText(ask, world, context, enough, d));
      const y = shared.toTarget(d);
      ask.merge("proposal", () => `${x}/${y}`);
      const p = target.score(committed, [])(0);
      if (x !== undefined && ask.flip("accept", () => keep(field, p, psi, x))) return { emitted: [x], accepted: 1 };
      const owed = lazyDist(() => excess(field, p, psi));
      const lambda = left(ask, q, p, psi);
      if (y !== undefined && ask.flip("accept", () => keep(field, owed, lambda, y))) {
        return { emitted: [y], accepted: 1 };
      }
      return { emitted: [ask.sample("residual", () => normalise(field, excess(field, owed, lambda)))], accepted: 0 };
    };
  },
  acceptance: (world) => (ask) => {
    const { field, target, drafter } = world;
    const prompt = promptTokens(world);
    const context = drafterContext(world, prompt);
    const [p, psi] = [target.next(prompt), firstTokenLaw(world, context)];
    const lambda = givenRejected(world, context)(ask, drafter.next(context), p, psi);
    return field.add(overlap(field, p, psi), overlap(field, excess(field, p, psi), lambda));
  },
};
