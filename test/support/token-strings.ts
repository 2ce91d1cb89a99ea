import type { Rational } from "../../src/core/num/rational.ts";
import { rational } from "../../src/core/num/rational.ts";
import { FORMAT, parseWorld } from "../../src/core/worlds/parse-world.ts";
import type { World } from "../../src/core/worlds/world.ts";

/** A world of which only the token strings and the lookahead matter: `tokenStrings("a b ab", "a b", 2)`. */
export const tokenStrings = (
  target: string,
  drafter: string,
  lookahead: number,
  eos: string | null = null,
): World<Rational> => {
  const side = (tokens: string): object => {
    const vocabulary = tokens.split(" ");
    const model = { kind: "markov", order: 0, rows: [], otherwise: { [vocabulary[0] as string]: "1" } };
    return { vocabulary, eos, tokenizer: "longest-prefix", model };
  };
  const name = `${target} | ${drafter}, ${lookahead}`;
  const world = { format: FORMAT, name, prompt: "", lookahead, target: side(target), drafter: side(drafter) };
  return parseWorld(rational, name, JSON.stringify(world));
};

/** One vocabulary on both sides: two or three tokens, lookahead 1 or 2. */
export const sameVocabulary = [
  tokenStrings("a b", "a b", 1),
  tokenStrings("a b c", "a b c", 1),
  tokenStrings("a b", "a b", 2),
  tokenStrings("a b c", "a b c", 2),
];

/** Two vocabularies: words on one side, other tokens on one side or both. */
export const twoVocabularies = [
  tokenStrings("a b ab", "a b", 2),
  tokenStrings("a b", "a b ba", 2),
  tokenStrings("a b c", "a b d", 1),
  tokenStrings("a b c", "a b d", 2),
  tokenStrings("a b", "a b c", 2),
];
