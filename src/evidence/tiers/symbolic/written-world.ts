import type { LanguageModel } from "../../../core/models/model.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import { type Rational, rational } from "../../../core/num/rational.ts";
import { fromUnicode, type Text, toBytes, toUnicode } from "../../../core/vocab/text.ts";
import { type Side, type Token, tokensOf } from "../../../core/vocab/vocabulary.ts";
import { FORMAT } from "../../../core/worlds/parse-world.ts";
import type { World } from "../../../core/worlds/world.ts";
import { plainPrompt } from "./unknown-world.ts";

/** One law of a counterexample: after exactly these tokens, these probabilities in the vocabulary's order. */
export interface WrittenLaw {
  readonly side: Side;
  readonly context: readonly number[];
  readonly weights: readonly Rational[];
}

/** The same token strings with other laws, as an object in the format `lossless-world/1`; undefined where it has no words for a tokenizer. */
export function writtenWorld<W>(world: World<W>, name: string, laws: readonly WrittenLaw[]): object | undefined {
  const target = writtenSide(world.target, laws);
  const drafter = writtenSide(world.drafter, laws);
  if (target === undefined || drafter === undefined) return undefined;
  const { lookahead, candidates } = world;
  const prompt = toUnicode(plainPrompt(world));
  if (prompt === undefined) return undefined;
  return { format: FORMAT, name, prompt, lookahead, candidates, target, drafter };
}

const writtenSide = <W, V extends Side>(
  { tokenizer }: LanguageModel<W, V>,
  laws: readonly WrittenLaw[],
): object | undefined => {
  const { vocabulary, cutsLongestPrefix, merges } = tokenizer;
  if (!cutsLongestPrefix && merges === undefined) return undefined;
  const tokens = tokensOf(vocabulary);
  const isText = (token: Token<V>): boolean => fromUnicode(vocabulary.label(token)) === vocabulary.text(token);
  const hex = (text: Text): string => Array.from(toBytes(text), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const bytes = !tokens.every((token) => token === vocabulary.eos || isText(token));
  const label = (token: Token<V>): string =>
    bytes && token !== vocabulary.eos ? hex(vocabulary.text(token)) : vocabulary.label(token);
  const piece = (text: Text): string => (bytes ? hex(text) : label(vocabulary.find(text) as Token<V>));
  if (!(cutsLongestPrefix || bytes) && merges?.flat().some((text) => vocabulary.find(text) === undefined)) {
    return undefined;
  }
  const law = (weights: readonly Rational[]): Record<string, string> =>
    Object.fromEntries(
      tokens.flatMap((token, at) => {
        const weight = itemAt(weights, at);
        return rational.isZero(weight) ? [] : [[label(token), rational.print(weight)]];
      }),
    );
  const exists = (token: number): boolean => Number.isInteger(token) && token >= 0 && token < vocabulary.size;
  const own = laws.filter(({ side, context }) => side === vocabulary.name && context.every(exists));
  const different = new Set(own.map(({ weights }) => JSON.stringify(law(weights))));
  const uniform = tokens.map(() => rational.ratio(1n, BigInt(tokens.length)));
  return {
    vocabulary: tokens.map(label),
    ...(bytes ? { bytes: "hex" } : {}),
    eos: vocabulary.eos === null ? null : label(vocabulary.eos),
    tokenizer: cutsLongestPrefix ? "longest-prefix" : { bpe: merges?.map((pair) => pair.map(piece)) },
    model:
      different.size <= 1
        ? { kind: "markov", order: 0, rows: [], otherwise: law(own[0]?.weights ?? uniform) }
        : {
            kind: "table",
            rows: own.map(({ context, weights }) => ({
              context: context.map((token) => label(token as Token<V>)),
              next: law(weights),
            })),
            otherwise: law(uniform),
          },
  };
};
