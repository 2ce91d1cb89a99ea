import { lazyDist, mass } from "../law/dist.ts";
import { overlap } from "../law/overlap.ts";
import { residual } from "../law/residual.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { keep } from "./parts/accept.ts";
import { promptTokens, sameTokens } from "./parts/committed.ts";
import { draftCandidates } from "./parts/draft-candidates.ts";
import { onTarget } from "./parts/draft-tokens.ts";
import { sd } from "./sd.ts";

/**
 * Recursive rejection sampling: several drafts for one position, each verified against what the last one left over.
 *
 * @definition $k$ = `candidates` independent drafts $x_1 \dots x_k \sim q$ for one position; $p^{(0)} = p$ and
 * $p^{(i)} = \mathrm{norm}(\max(p^{(i-1)} - q, 0))$ is what the target still owes after $i$ rejections.
 * @algorithm
 * 1. Draw $x_1 \dots x_k \sim q(\cdot \mid c)$ (`draft`, k times).
 * 2. One target pass: $p = p(\cdot \mid c)$.
 * 3. For $i = 1 \dots k$: with probability $\min(1, p^{(i-1)}(x_i) / q(x_i))$ (`accept`) emit $x_i$ and end the round.
 * 4. None kept: emit a token from $p^{(k)}$ (`residual`).
 * @theorem
 * - `rrs_normalizes`: each round is a law. Assumes: p and q are laws in every context.
 * - `rrs_lossless`: every generation has the target's law, for any number of candidates. Assumes: p and q are laws.
 * - `rrs_acceptance`: the formula below. Assumes: p and q are laws.
 * - `rrs_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * @proof proofs/Candidates.v
 * @tested properties/rrs.property.ts
 * @acceptance $1 - \prod_{i=0}^{k-1} \left(1 - \sum_x \min(p^{(i)}(x), q(x))\right)$: some candidate is kept.
 * @cost One target pass with one answer and one drafter pass a round, whatever the lookahead; no $\psi$; one token.
 * @cite Miao2024: their multi-step verification, at one position.
 * @differs From Miao2024: one position instead of a tree, and one drafter law for all candidates. A stop token is a
 * candidate like any other. From engines: a fresh draw of the target for each candidate, the best match winning, is
 * another and wrong algorithm (the known fault `several-ground-truths`, foundation-model-stack/fms-extras issue 12).
 * @limits One vocabulary, as `sd`. Candidates are independent: drawn without replacement, or taken as the k likeliest,
 * they have another law and this verification is wrong. Trees of drafts and several drafters are not covered by the
 * proof.
 */
export const rrs: Algorithm<Committed> = {
  ...sd,
  id: "rrs",
  theorems: ["rrs_normalizes", "rrs_lossless", "rrs_acceptance", "rrs_terminates"],
  cite: ["Miao2024"],
  round: (world, committed) => {
    const { field, target } = world;
    const context = sameTokens(world, committed);
    return (ask) => {
      const { tokens, q } = draftCandidates(ask, world, context);
      let p = target.score(committed, [])(0);
      for (const x of tokens) {
        const now = p;
        if (ask.flip("accept", () => keep(field, now, q, x))) return { emitted: [x], accepted: 1 };
        p = lazyDist(() => residual(field, now, q));
      }
      return { emitted: [ask.sample("residual", () => p)], accepted: 0 };
    };
  },
  acceptance: (world) => (ask) => {
    const { field, target, drafter, candidates } = world;
    const prompt = promptTokens(world);
    const q = onTarget(world, drafter.next(sameTokens(world, prompt)));
    let p = target.next(prompt);
    let rejected = field.one;
    for (let i = 0; i < candidates; i++) {
      const rejection = field.monus(field.one, overlap(field, p, q));
      rejected = field.mul(rejected, rejection);
      if (!ask.possible("rejection", () => rejection)) break;
      p = residual(field, p, q);
    }
    return field.monus(mass(field, target.next(prompt)), rejected);
  },
};
