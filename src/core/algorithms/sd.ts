import { overlap } from "../law/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { promptTokens, sameTokens } from "./parts/committed.ts";
import { draftTokens, onTarget } from "./parts/draft-tokens.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";

/**
 * Speculative decoding with one vocabulary: draft tokens, keep each with probability min(1, p/q), else correct.
 *
 * @definition $c$ is committed, $d_1 \dots d_n$ drafted, $p_i = p(\cdot \mid c\, d_1 \dots d_i)$ and $q_i$ likewise;
 * $\mathrm{norm}(f) = f / \sum_x f(x)$. The residual is $r_i = \mathrm{norm}(\max(p_i - q_i, 0))$.
 * @algorithm
 * 1. For $i = 0, 1, \dots$ draw $d_{i+1} \sim q_i$ (`draft`) until `lookahead` tokens or the stop token.
 * 2. One target pass gives $p_0 \dots p_n$.
 * 3. From the left, keep $d_{i+1}$ with probability $\min(1, p_i(d_{i+1}) / q_i(d_{i+1}))$ (`accept`).
 * 4. At the first rejection emit the kept drafts and a token from $r_i$ (`residual`).
 * 5. All kept: emit them and a token from $p_n$ (`bonus`), or nothing more if the last is the stop token.
 * @theorem
 * - `sd_normalizes`: each round is a law. Assumes: p and q are laws in every context.
 * - `sd_lossless`: one round completed, and every generation, has the target's law. Assumes: p and q are laws.
 * - `sd_acceptance`: $\sum_x \min(p(x), q(x)) = 1 - \mathrm{TV}(p, q)$. Assumes: p and q are laws, lookahead > 0.
 * - `sd_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `sd_expected_length`: $1 + a + \dots + a^n$ tokens a round, n the lookahead. Assumes: p and q are laws whose
 *   overlap is a in every context; no stop tokens.
 * @proof proofs/Speculative.v
 * @tested properties/sd.property.ts
 * @acceptance $\sum_x \min(p(x), q(x))$, which is $1 - \mathrm{TV}(p, q)$.
 * @cost One target pass of at most `lookahead` + 1 answers; one drafter pass for each draft; no $\psi$.
 * @cite Leviathan2023, Chen2023: as Algorithm 5 of Timor2025 writes it.
 * @differs From Algorithm 5 of Timor2025: a kept stop token ends the round without a bonus. From engines: Hugging Face
 * transformers does the same with stop tokens; it may end a draft early where the drafter is unsure of its own token
 * (its option assistant_confidence_threshold). That rule reads the draft only, so the theorem's proof carries over, but
 * it is not a fixed lookahead, and the formulas for a fixed one do not describe it.
 * @limits One vocabulary: the same strings and the same stop token on both sides. The drafts must come from exactly the
 * q that verifies them: temperature and filters applied to one of the two only make it lossy.
 */
export const sd: Algorithm<Committed> = {
  id: "sd",
  theorems: ["sd_normalizes", "sd_lossless", "sd_acceptance", "sd_terminates", "sd_expected_length"],
  cite: ["Leviathan2023", "Chen2023"],
  fits: ({ shared }) => shared.sameVocabulary,
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const context = sameTokens(world, committed);
    return (ask) => {
      const draft = draftTokens(ask, world, context);
      return verifyTokens(ask, world, committed, draft);
    };
  },
  key: (committed, world) => world.drafter.state(sameTokens(world, committed)),
  acceptance: (world) => () => {
    const prompt = promptTokens(world);
    const q = onTarget(world, world.drafter.next(sameTokens(world, prompt)));
    return overlap(world.field, world.target.next(prompt), q);
  },
};
