import type { WordLaw } from "../../core/algorithms/parts/beginning.ts";
import { drafterContext, promptTokens } from "../../core/algorithms/parts/committed.ts";
import { wordLaw } from "../../core/algorithms/parts/word-law.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { Token } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";

/** What verifiers of one proposed word emit in a round, in expected tokens, and what bounds them. */
export interface WordBounds<W> {
  /** $1 + \sum_s P(s)\,\Psi(s)$: the target's own draws up to the first that differs from the word. */
  readonly exactMatch: W;
  /** $1 + \sum_s a(s)$ with $a() = 1$ and $a(s x) = a(s) \min(p_s(x), Q(x \mid s))$: each token judged by itself. */
  readonly tokenwise: W;
  /**
   * $1 + \sum_s m(s)$ with $m() = 1$ and $m(s x) = \min(\Psi(s x), m(s)\,p_s(x))$: the most of any lossless verifier that
   * emits a prefix of the word and one token more.
   */
  readonly optimum: W;
  /** $1 + \sum_s \min(P(s), \Psi(s))$: what transport from words to target sequences would allow, if it could be reached. */
  readonly transport: W;
}

/** All of them at the world's prompt, by walking all words that can be proposed: those of `law`, T(drafted text) unless told. */
export function wordBounds<W>(
  field: DecidableField<W>,
  world: World<W>,
  law: (world: World<W>, start: readonly Token<"drafter">[]) => WordLaw<W> = wordLaw,
): WordBounds<W> {
  const { target } = world;
  const prompt = promptTokens(world);
  const beginning = law(world, drafterContext(world, prompt));
  let [exactMatch, tokenwise, optimum, transport] = [field.one, field.one, field.one, field.one];
  const walk = (word: readonly Token<"target">[], kept: W, owed: W, mass: W): void => {
    const { next: psi, law: q } = beginning(word);
    const p = target.next(prompt.concat(word));
    for (const x of psi.support) {
      const longer = psi.weight(x);
      if (field.isZero(longer)) continue;
      const each = field.mul(kept, field.min(p.weight(x), q.weight(x)));
      const most = field.min(longer, field.mul(owed, p.weight(x)));
      const both = field.mul(mass, p.weight(x));
      exactMatch = field.add(exactMatch, field.mul(both, longer));
      tokenwise = field.add(tokenwise, each);
      optimum = field.add(optimum, most);
      transport = field.add(transport, field.min(longer, both));
      walk([...word, x], each, most, both);
    }
  };
  walk([], field.one, field.one, field.one);
  return { exactMatch, tokenwise, optimum, transport };
}
