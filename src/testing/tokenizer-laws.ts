import fc from "fast-check";
import type { Text } from "../core/vocab/text.ts";
import type { Tokenizer } from "../core/vocab/tokenizer.ts";
import { showTokens, spell, type Token } from "../core/vocab/vocabulary.ts";

/** One case of a tokenizer's laws: a text, and what may be appended to it. */
export interface TextCase<V extends string> {
  readonly tokenizer: Tokenizer<V>;
  readonly text: Text;
  readonly more: Text;
}

/** A law of tokenizers: says what is wrong, or nothing. */
export type TokenizerLaw = <V extends string>(subject: TextCase<V>) => string | undefined;

const same = <A>(a: readonly A[], b: readonly A[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** `encode` spells a prefix of the text, wholly where nothing needs to be dropped, and never yields the stop token. */
const roundTrip: TokenizerLaw = ({ tokenizer, text }) => {
  const { vocabulary } = tokenizer;
  const tokens = tokenizer.encode(text);
  const spelt = spell(vocabulary, tokens);
  if (!text.startsWith(spelt)) return `"${text}" is tokenised to "${showTokens(vocabulary, tokens)}"`;
  if (vocabulary.eos !== null && tokens.includes(vocabulary.eos)) return `"${text}" yields the stop token`;
  const dropping = tokenizer.encodeDropping(text);
  const wholly = spell(vocabulary, dropping) === text;
  if (wholly && !same(tokens, dropping)) return `"${text}" can be spelt, but encode and encodeDropping differ`;
  return same(tokens, dropping.slice(0, tokens.length)) ? undefined : `"${text}": encode does not begin encodeDropping`;
};

/** Where every letter is a token, every text is spelt wholly. */
const coverage: TokenizerLaw = ({ tokenizer, text }) => {
  const { vocabulary } = tokenizer;
  if ([...text].some((letter) => vocabulary.find(letter) === undefined)) return undefined;
  return spell(vocabulary, tokenizer.encode(text)) === text ? undefined : `"${text}" is not spelt wholly`;
};

/** `encodeDropping(text + more)` is the settled tokens followed by `encodeDropping(pending + more)`. */
const settling: TokenizerLaw = ({ tokenizer, text, more }) => {
  const { tokens, pending } = tokenizer.settle(text);
  const whole = tokenizer.encodeDropping(text + more);
  const parts = [...tokens, ...tokenizer.encodeDropping(pending + more)];
  if (!text.endsWith(pending)) return `"${text}" leaves "${pending}" pending`;
  if (same(whole, parts)) return undefined;
  const { vocabulary } = tokenizer;
  return `"${text}" + "${more}": ${showTokens(vocabulary, parts)} instead of ${showTokens(vocabulary, whole)}`;
};

/** Settling in two steps is settling once. */
const settlingAgain: TokenizerLaw = ({ tokenizer, text, more }) => {
  const first = tokenizer.settle(text);
  const second = tokenizer.settle(first.pending + more);
  const once = tokenizer.settle(text + more);
  const there = same([...first.tokens, ...second.tokens], once.tokens) && second.pending === once.pending;
  return there ? undefined : `"${text}" + "${more}" settles otherwise in two steps`;
};

/** Where `firstSettled` says so, nothing appended changes the first token. */
const firstSettled: TokenizerLaw = ({ tokenizer, text, more }) => {
  if (!tokenizer.firstSettled(text)) return undefined;
  const [before, after] = [tokenizer.encode(text)[0], tokenizer.encode(text + more)[0]];
  return before === after ? undefined : `the first token of "${text}" changes when "${more}" is appended`;
};

/** Where `pendingGrows` says no, the pending text is bounded by the longest token and by the number of letters. */
const boundedPending: TokenizerLaw = ({ tokenizer, text, more }) => {
  if (tokenizer.pendingGrows) return undefined;
  const { vocabulary } = tokenizer;
  const longest = Array.from({ length: vocabulary.size }, (_, t) => vocabulary.text(t as Token<never>).length);
  const bound = Math.max(...longest, 2 * new Set(text + more).size);
  const { pending } = tokenizer.settle(text + more + text + more);
  return pending.length <= bound ? undefined : `"${pending}" is pending, longer than ${bound}`;
};

export const tokenizerLaws = { roundTrip, coverage, settling, settlingAgain, firstSettled, boundedPending } as const;

export type TokenizerLawName = keyof typeof tokenizerLaws;

/** Texts over some letters, each a string of bytes, for tokenizers of an arbitrary. */
export function anyTextCase<V extends string>(
  tokenizers: fc.Arbitrary<Tokenizer<V>>,
  letters: readonly Text[],
): fc.Arbitrary<TextCase<V>> {
  const text = (maxLength: number) =>
    fc.array(fc.constantFrom(...letters), { maxLength }).map((parts) => parts.join(""));
  return fc.record({ tokenizer: tokenizers, text: text(6), more: text(4) });
}
