import type { Dist } from "../../law/dist.ts";
import type { Token } from "../../vocab/vocabulary.ts";

/** A word of target tokens put before the target, with the laws that its tokens were proposed with. */
export interface Proposal<W> {
  /** Undefined where the target's vocabulary lacks what was drafted. */
  readonly tokens: readonly (Token<"target"> | undefined)[];
  /**
   * The law of the token proposed at position `at`, given the tokens before it: a sub-law $Q(\cdot \mid s_{<at})$ of which
   * the missing mass proposes nothing. At `at = tokens.length`, what else could have been proposed after the whole word.
   */
  law(at: number): Dist<W, Token<"target">>;
}

/** The proposed tokens as far as the target knows them: nothing after an unknown one can be reached. */
export function scorable<W>({ tokens }: Proposal<W>): readonly Token<"target">[] {
  const unknown = tokens.indexOf(undefined);
  return (unknown < 0 ? tokens : tokens.slice(0, unknown)) as readonly Token<"target">[];
}
