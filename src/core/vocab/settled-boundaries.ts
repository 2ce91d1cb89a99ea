import { at as itemAt } from "../num/at.ts";
import { isSpaceSign, KNOWN_PATTERNS } from "./known-pipeline.ts";
import { characters, type Text, toUnicode } from "./text.ts";
import { SPACE_SIGN } from "./token-bytes.ts";
import { mergePair, type Step, steps, type TokenizerJson, type TokenKind } from "./tokenizer-json.ts";

/**
 * Places in a text, in bytes from its start, at which a real tokenizer will always cut, whatever is appended. An empty
 * list when unsure.
 */
export type SettledBoundaries = (text: Text) => number[];

const unsure: SettledBoundaries = () => [];

const isKnownPreTokenizer = (pipeline: Step[]): boolean => {
  const [first, second, ...more] = pipeline;
  if (more.length > 0) return false;
  if (first?.type === "ByteLevel") return second === undefined && first.use_regex !== false;
  const pattern = (first?.pattern as { Regex?: string } | undefined)?.Regex;
  const splits = first?.type === "Split" && first.behavior === "Isolated" && first.invert !== true;
  return splits && KNOWN_PATTERNS.has(pattern ?? "") && second?.type === "ByteLevel" && second.use_regex === false;
};

/** Added tokens are cut out before anything else: these flags let one reach beyond its own characters. */
const reaches = (token: Readonly<Record<string, unknown>>): boolean =>
  ["lstrip", "rstrip", "single_word", "normalized"].some((flag) => token[flag] === true);

/** All pairs of adjacent characters inside some strings. */
const innerPairs = (strings: readonly string[]): string[] =>
  strings.flatMap((text) => {
    const parts = Array.from(text);
    return parts.slice(1).map((part, i) => itemAt(parts, i) + part);
  });

/** The boundaries between two whole characters that `cuts` accepts. */
const between =
  (cuts: (left: string, right: string) => boolean): SettledBoundaries =>
  (text) => {
    const found: number[] = [];
    let at = 0;
    let left: string | undefined;
    for (const bytes of characters(text)) {
      const right = toUnicode(bytes);
      if (left !== undefined && right !== undefined && cuts(left, right)) found.push(at);
      at += bytes.length;
      left = right;
    }
    return found;
  };

/**
 * Where texts settle, for the tokenizers whose pipeline is recognised; never, for all others.
 *
 * Byte-level with a known pre-tokenizer: between an ASCII letter or digit and a space, where its pattern always cuts and
 * where NFC changes nothing. Byte-fallback without pre-tokenizer: between two characters that no merge can bring together,
 * since no merge's left part ends with the one while its right part begins with the other.
 */
export function settledBoundaries(
  json: TokenizerJson,
  kind: TokenKind,
  config: Readonly<Record<string, unknown>>,
): SettledBoundaries {
  const added = json.added_tokens.filter(({ special }) => !special);
  if (config.remove_space === true || config.do_lowercase_and_remove_accent === true) return unsure;
  if (added.some(reaches)) return unsure;
  const normalizer = steps(json.normalizer);
  const crossable = new Set(innerPairs(added.map(({ content }) => content)));

  if (kind === "byte-level") {
    if (!normalizer.every(({ type }) => type === "NFC") || !isKnownPreTokenizer(steps(json.pre_tokenizer)))
      return unsure;
    return between((left, right) => right === " " && /[A-Za-z0-9]/.test(left) && !crossable.has(left + right));
  }
  if (json.pre_tokenizer !== null || !normalizer.every((step) => step.type === "Prepend" || isSpaceSign(step))) {
    return unsure;
  }
  for (const [left, right] of json.model.merges.map(mergePair)) {
    crossable.add((Array.from(left).at(-1) ?? "") + (Array.from(right)[0] ?? ""));
  }
  const written = (character: string): string => (character === " " ? SPACE_SIGN : character);
  return between((left, right) => !crossable.has(written(left) + written(right)) && !crossable.has(left + right));
}
