import type { Program } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import type { WordLaw } from "./beginning.ts";
import { draftText, never } from "./draft-text.ts";
import type { Proposal } from "./proposal.ts";
import { wordLaw } from "./word-law.ts";

/** Drafts `lookahead` tokens and proposes every token of T(text), with the exact law of each given those before it. */
export function proposeWord<W>(world: World<W>, context: readonly Token<"drafter">[]): Program<W, Proposal<W>> {
  let known: WordLaw<W> | undefined;
  const next = (prefix: readonly Token<"target">[]) => {
    known ??= wordLaw(world, context);
    return known(prefix).law;
  };
  return (ask) => {
    const tokens = world.target.tokenizer.encode(draftText(ask, world, context, never));
    ask.merge("proposal", () => tokens.join());
    return { tokens, law: (at) => next(tokens.slice(0, at)) };
  };
}
