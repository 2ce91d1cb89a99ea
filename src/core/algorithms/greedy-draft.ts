import { pointMass } from "../law/dist.ts";
import type { Program } from "../program/program.ts";
import { type Token, tokensOf } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { promptTokens, sameTokens } from "./parts/committed.ts";
import { draftFrom } from "./parts/draft-tokens.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";
import { sd } from "./sd.ts";

/** $\arg\max q(\cdot \mid context)$, ties to the earlier token. */
const likeliest =
  <W>({ field, drafter }: World<W>, context: readonly Token<"drafter">[]): Program<W, Token<"drafter">> =>
  (ask) => {
    const q = drafter.next(context);
    return tokensOf(drafter.tokenizer.vocabulary).reduce((best, x) =>
      ask.possible("likelier", () => field.monus(q.weight(x), q.weight(best))) ? x : best,
    );
  };

/**
 * Greedy drafting: the drafter's likeliest token, a point mass, so that a draft x is kept with probability p(x).
 *
 * @definition $b_i = \arg\max_x q(x \mid c\, b_1 \dots b_{i-1})$, ties to the earlier token: the drafter's law is
 * replaced by the point mass at $b_i$, so that $\min(1, p/q)$ becomes $p(b_i)$ and the residual is $p$ without $b_i$,
 * renormalised.
 * @algorithm
 * 1. For each position find $b_i$ by comparing weights (`likelier`) and draft it (`draft`), until `lookahead` or the
 *    stop.
 * 2. One target pass gives $p_0 \dots p_n$.
 * 3. From the left, keep $b_{i+1}$ with probability $p_i(b_{i+1})$ (`accept`).
 * 4. At the first rejection emit the kept drafts and a token from $p_i$ given that it is not $b_{i+1}$ (`residual`).
 * 5. All kept: emit them and a token from $p_n$ (`bonus`), or nothing more if the last is the stop token.
 * @theorem
 * - `greedy_draft_normalizes`: each round is a law. Assumes: p is a law; any choice of drafts.
 * - `greedy_draft_lossless`: every generation has the target's law. Assumes: p is a law; any choice of drafts.
 * - `greedy_draft_acceptance`: $p(b_1)$. Assumes: p is a law, lookahead > 0; any choice of drafts.
 * - `greedy_draft_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * @proof proofs/Speculative.v
 * @tested properties/greedy-draft.property.ts
 * @acceptance $p(\arg\max_x q(x))$
 * @cost One target pass of at most `lookahead` + 1 answers; one drafter pass for each draft; no $\psi$.
 * @cite none of its own: it is `sd` of Leviathan2023 and Chen2023 with a drafter whose law is a point mass.
 * @differs From the paper: it has no such algorithm; its greedy runs compare argmax with argmax. From engines: vLLM
 * draws drafts by argmax and judges them like this (pull request 40651). A draft that was not drawn from q, such as the
 * best path of a beam search, must be judged like this one and not by q (the known fault `beam-search-taken-as-sample`,
 * apple/ml-recurrent-drafter issue 6).
 * @limits One vocabulary, as `sd`. q itself must not verify: dividing by q(b) instead of 1 is lossy. It accepts less
 * than `sd` where q is close to p and both are spread out. Under unknown probabilities every order of q is a case of
 * its own.
 */
export const greedyDraft: Algorithm<Committed> = {
  ...sd,
  id: "greedy-draft",
  theorems: ["greedy_draft_normalizes", "greedy_draft_lossless", "greedy_draft_acceptance", "greedy_draft_terminates"],
  cite: ["Leviathan2023", "Chen2023"],
  round: (world, committed) => {
    const start = sameTokens(world, committed);
    return (ask) => {
      const draft = draftFrom(ask, world, start, (context) => pointMass(world.field, likeliest(world, context)(ask)));
      return verifyTokens(ask, world, committed, draft);
    };
  },
  acceptance: (world) => (ask) => {
    const prompt = promptTokens(world);
    const best = likeliest(world, sameTokens(world, prompt))(ask);
    const token = world.shared.toTarget(best);
    return token === undefined ? world.field.zero : world.target.next(prompt).weight(token);
  },
};
