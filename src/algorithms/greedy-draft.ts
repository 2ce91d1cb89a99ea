import { pointMass } from "../dist/dist.ts";
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

/** Greedy drafting: the drafter's likeliest token, a point mass, so that a draft x is kept with probability p(x). */
export const greedyDraft: Algorithm<Committed> = {
  ...sd,
  id: "greedy-draft",
  theorems: ["greedy_draft_normalizes", "greedy_draft_lossless", "greedy_draft_acceptance", "greedy_draft_terminates"],
  cite: [],
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
    return world.target.next(prompt).weight(world.shared.toTarget(best) as Token<"target">);
  },
};
