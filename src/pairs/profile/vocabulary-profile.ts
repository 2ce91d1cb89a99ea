import type { RealVocabulary } from "../../core/vocab/real-vocabulary.ts";
import { toUnicode } from "../../core/vocab/text.ts";
import { type Token, tokensOf } from "../../core/vocab/vocabulary.ts";
import type { OpenTokenizer } from "../tokenizer-files/open-tokenizer.ts";
import { type Spread, spread } from "./spread.ts";

/** One tokenizer by itself. */
export interface VocabularyProfile {
  readonly name: string;
  readonly file: string;
  readonly kind: string;
  /** The highest id and one. */
  readonly ids: number;
  /** Ids that no token has. */
  readonly unusedIds: number;
  readonly specialTokens: number;
  /** Tokens with text. */
  readonly textTokens: number;
  /** Of those, tokens whose bytes another token has too. */
  readonly duplicates: number;
  /** Of those, tokens that are not valid UTF-8: pieces of characters. */
  readonly notUnicode: number;
  readonly stopToken: string | null;
  /** Bytes in a token with text. */
  readonly bytes: Spread<number> | undefined;
}

/** Tokens that stand for text, in the order of their ids. */
export function textTokens<V extends string>(vocabulary: RealVocabulary<V>): Token<V>[] {
  return tokensOf(vocabulary).filter((token) => vocabulary.text(token) !== "");
}

/** Sizes and token lengths of one tokenizer. */
export function profileVocabulary<V extends string>(open: OpenTokenizer<V>): VocabularyProfile {
  const { vocabulary } = open;
  const tokens = textTokens(vocabulary);
  return {
    name: open.name,
    file: open.file,
    kind: vocabulary.kind,
    ids: vocabulary.size,
    unusedIds: vocabulary.pieces.filter((piece) => piece === undefined).length,
    specialTokens: vocabulary.special.size,
    textTokens: tokens.length,
    duplicates: vocabulary.duplicates.length,
    notUnicode: tokens.filter((token) => toUnicode(vocabulary.text(token)) === undefined).length,
    stopToken: vocabulary.eos === null ? null : (vocabulary.pieces[vocabulary.eos] ?? null),
    bytes: spread(tokens.map((token) => vocabulary.text(token).length)),
  };
}
