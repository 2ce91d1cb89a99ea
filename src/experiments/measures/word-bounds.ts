import { drafterContext, promptTokens } from "../../algorithms/parts/committed.ts";
import { wordLaw } from "../../algorithms/parts/word-law.ts";
import type { DecidableField } from "../../num/field.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";

/** What a verifier of the word T(drafted text) can emit in a round, in expected tokens. */
export interface WordBounds<W> {
  /**
   * $1 + \sum_s m(s)$ with $m() = 1$ and $m(s x) = \min(\Psi(s x), m(s)\,p_s(x))$: the most of any lossless verifier that
   * emits a prefix of the word and one token more.
   */
  readonly optimum: W;
  /** $1 + \sum_s \min(P(s), \Psi(s))$: what transport from words to target sequences would allow, if it could be reached. */
  readonly transport: W;
}

/** Both bounds at the world's prompt, by walking all words that can be proposed. */
export const wordBounds = <W>(field: DecidableField<W>, world: World<W>): WordBounds<W> => {
  const { target } = world;
  const prompt = promptTokens(world);
  const beginning = wordLaw(world, drafterContext(world, prompt));
  let optimum = field.one;
  let transport = field.one;
  const walk = (word: readonly Token<"target">[], owed: W, mass: W): void => {
    const psi = beginning(word).next;
    const p = target.next(prompt.concat(word));
    for (const x of psi.support) {
      const longer = psi.weight(x);
      if (field.isZero(longer)) continue;
      const most = field.min(longer, field.mul(owed, p.weight(x)));
      const both = field.mul(mass, p.weight(x));
      optimum = field.add(optimum, most);
      transport = field.add(transport, field.min(longer, both));
      walk([...word, x], most, both);
    }
  };
  walk([], field.one, field.one);
  return { optimum, transport };
};
