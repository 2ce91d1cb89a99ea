import { type Dist, pointMass } from "../law/dist.ts";
import type { Field } from "../num/field.ts";
import { sequenceKey } from "../vocab/sequence-key.ts";
import type { Tokenizer } from "../vocab/tokenizer.ts";
import type { Token } from "../vocab/vocabulary.ts";
import { type LanguageModel, scoreByNext } from "./model.ts";

/** Shortest and longest run of last tokens that is looked for: one alone says too little. */
const SHORTEST = 2;
const LONGEST = 4;

/**
 * Copy from context (prompt lookup): the drafter that needs no model.
 *
 * It finds the longest run of at most four last tokens, and no fewer than two, that came before, at its latest place,
 * and says for sure what followed it there. Where there is none it says the stop token, which ends the draft.
 */
export function copyModel<W, V extends string>(
  field: Field<W>,
  tokenizer: Tokenizer<V>,
  stop: Token<V>,
): LanguageModel<W, V> {
  const known = new Map<Token<V>, Dist<W, Token<V>>>();
  const next = (context: readonly Token<V>[]): Dist<W, Token<V>> => {
    const token = followed(context) ?? stop;
    const law = known.get(token) ?? pointMass(field, token);
    known.set(token, law);
    return law;
  };
  return {
    tokenizer,
    order: Number.POSITIVE_INFINITY,
    period: 1,
    next,
    score: scoreByNext(next),
    state: sequenceKey,
  };
}

/** What followed the last tokens when they came before. */
const followed = <V extends string>(context: readonly Token<V>[]): Token<V> | undefined => {
  const { length } = context;
  let longest = SHORTEST - 1;
  let found: Token<V> | undefined;
  for (let end = length - 1; end > 0 && longest < LONGEST; end--) {
    let run = 0;
    while (run < LONGEST && run < end && context[end - 1 - run] === context[length - 1 - run]) run++;
    if (run > longest) {
      longest = run;
      found = context[end];
    }
  }
  return found;
};
