import { spell, type Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import type { Committed } from "../algorithm.ts";

/**
 * Nothing is committed but the prompt.
 *
 * @example
 * promptTokens(world({ target: "a 1/2, b 1/2", drafter: "a 1", prompt: "ba" })); // → [1, 0]
 */
export function promptTokens<W>(world: World<W>): Committed {
  return world.target.tokenizer.encode(world.prompt);
}

/** The drafter's context at the start of a round: D(text of the committed tokens). */
export function drafterContext<W>(world: World<W>, committed: Committed): readonly Token<"drafter">[] {
  return world.drafterContext(committed);
}

/**
 * Names the drafter's state at the start of a round, for every round to come: the text keeps growing and is tokenised
 * again, so the state is that after the settled tokens, and the pending text that later letters could still change.
 */
export function drafterTextState<W>({ target, drafter }: World<W>, committed: Committed): string {
  if (drafter.order === 0 && drafter.period === 1) return "";
  const { tokens, pending } = drafter.tokenizer.settle(spell(target.tokenizer.vocabulary, committed));
  return `${drafter.state(tokens)}/${pending}`;
}

/** The committed tokens themselves, in the drafter's ids: the context when the two vocabularies are the same. */
export function sameTokens<W>(world: World<W>, committed: Committed): readonly Token<"drafter">[] {
  return world.sameTokens(committed);
}
