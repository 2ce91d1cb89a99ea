import { at } from "../num/at.ts";
import { printable } from "./printable.ts";
import { fromUnicode, show, type Text } from "./text.ts";
import { byteFallbackText, byteLevelText, isBytePiece } from "./token-bytes.ts";
import { type TokenizerJson, type TokenKind, tokenKind } from "./tokenizer-json.ts";
import { keptTrie } from "./trie.ts";
import type { Token, Vocabulary } from "./vocabulary.ts";

/** The vocabulary of a real tokenizer: its tokens as bytes, under the ids the model uses. */
export interface RealVocabulary<V extends string> extends Vocabulary<V> {
  readonly kind: TokenKind;
  /** The token string as the file writes it, by id; undefined for ids that no token has. */
  readonly pieces: readonly (string | undefined)[];
  /** Tokens with a role and no text: no text is ever tokenised to one. */
  readonly special: ReadonlySet<Token<V>>;
  /** Tokens whose bytes are also those of the token that {@link Vocabulary.find} gives: they can be generated only. */
  readonly duplicates: readonly Token<V>[];
}

/** A token string that is not in the form its kind demands. */
export class UnreadableToken extends Error {
  readonly piece: string;

  constructor(piece: string, why: string) {
    super(`the token ${JSON.stringify(piece)} ${why}`);
    this.name = "UnreadableToken";
    this.piece = piece;
  }
}

/**
 * Reads the vocabulary of a parsed `tokenizer.json` as bytes, never as decoded strings: pieces of characters stay what
 * they are, and leading spaces are kept.
 *
 * Ids are the file's own; ids that no token has, and special tokens, have an empty text and are never found. Of several
 * tokens with the same bytes, `find` gives an ordinary one before a `<0xNN>`, then the lowest id: the one that tokenising
 * yields. `eos` is the stop token's string.
 */
export function realVocabulary<V extends string>(name: V, json: TokenizerJson, eos?: string): RealVocabulary<V> {
  const kind = tokenKind(json);
  if (kind === undefined) throw new RangeError("neither a byte-level nor a byte-fallback byte-pair encoding");
  const pieces: (string | undefined)[] = [];
  const texts: (Text | undefined)[] = [];
  for (const [piece, id] of Object.entries(json.model.vocab)) {
    if (pieces[id] !== undefined) throw new UnreadableToken(piece, `has the id ${id} of ${JSON.stringify(pieces[id])}`);
    pieces[id] = piece;
    texts[id] = kind === "byte-fallback" ? byteFallbackText(piece) : byteLevelText(piece);
  }
  const special = new Set<Token<V>>();
  for (const { id, content, special: hasRole } of json.added_tokens) {
    pieces[id] = content;
    texts[id] = hasRole ? "" : fromUnicode(content);
    if (hasRole) special.add(id as Token<V>);
  }
  // `Array.from` fills the holes that ids without a token leave.
  const all = Array.from(pieces);
  const byText = new Map<Text, Token<V>>();
  for (let id = 0; id < all.length; id++) {
    const piece = all[id];
    if (piece === undefined || special.has(id as Token<V>)) continue;
    const text = texts[id];
    if (text === undefined) throw new UnreadableToken(piece, "has a character that stands for no byte");
    if (text === "") throw new UnreadableToken(piece, "has no bytes");
    const first = byText.get(text);
    const better = first !== undefined && isBytePiece(at(all, first)) && !isBytePiece(piece);
    if (first === undefined || better) byText.set(text, id as Token<V>);
  }
  const duplicates = all.flatMap((piece, id) => {
    const text = texts[id];
    return piece === undefined || !text || byText.get(text) === id ? [] : [id as Token<V>];
  });
  const stop = eos === undefined ? -1 : all.indexOf(eos);
  const made: RealVocabulary<V> = {
    name,
    kind,
    pieces: all,
    special,
    duplicates,
    size: all.length,
    eos: stop < 0 ? null : (stop as Token<V>),
    text: (token) => (token === stop ? "" : (texts[token] ?? "")),
    find: (text) => {
      const token = byText.get(text);
      return token === stop ? undefined : token;
    },
    label: (token) => {
      const piece = all[token];
      if (piece === undefined) return `<no token ${token}>`;
      return printable(special.has(token) ? piece : show(texts[token] ?? ""));
    },
    trie: keptTrie(() => made),
  };
  return made;
}
