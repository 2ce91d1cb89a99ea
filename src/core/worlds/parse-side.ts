import { type Dist, dist } from "../law/dist.ts";
import { markov, type Row } from "../models/markov.ts";
import type { LanguageModel } from "../models/model.ts";
import { table } from "../models/table.ts";
import type { DecidableField } from "../num/field.ts";
import { sum } from "../num/field.ts";
import { commonDenominator, parseRational, type Rational, rational } from "../num/rational.ts";
import { bytePairEncoding } from "../vocab/bpe.ts";
import { longestPrefix } from "../vocab/longest-prefix.ts";
import { fromBytes, fromUnicode, type Text } from "../vocab/text.ts";
import type { Tokenizer } from "../vocab/tokenizer.ts";
import { type Side, type Token, type Vocabulary, vocabulary } from "../vocab/vocabulary.ts";
import { checkLogits, parseOffset } from "./check-logits.ts";
import type { Reader } from "./reader.ts";

const MOST_TOKENS = 100_000;
const MOST_ROWS = 1_000_000;
const HIGHEST_ORDER = 16;
const LONGEST_PERIOD = 1_000;

/** Reads one side of a world file: vocabulary, tokenizer and model. */
export function parseSide<W, V extends Side>(field: DecidableField<W>, side: V, at: Reader): LanguageModel<W, V> {
  const keys = at.object(["vocabulary", "eos", "tokenizer", "model"], ["bytes"]);
  const bytes = keys.get("bytes");
  if (bytes !== undefined && bytes.value !== "hex") bytes.refuse('"hex", or no "bytes"');
  const read = bytes === undefined ? unicode : hexadecimal;
  const words = parseVocabulary(side, get(keys, "vocabulary"), get(keys, "eos"), read);
  const tokenizer = parseTokenizer(
    words.vocabulary,
    get(keys, "tokenizer"),
    read,
    bytes !== undefined,
    get(keys, "eos").value,
  );
  return parseModel(field, tokenizer, words.byLabel, get(keys, "model"));
}

const get = (keys: Map<string, Reader>, key: string): Reader => keys.get(key) as Reader;

const unicode = (at: Reader): Text => fromUnicode(at.string(1_000));

const hexadecimal = (at: Reader): Text => {
  const digits = at.string(2_000);
  if (!/^([0-9a-fA-F]{2})*$/.test(digits)) at.refuse("pairs of hexadecimal digits");
  return fromBytes(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
};

const parseVocabulary = <V extends Side>(side: V, at: Reader, eosAt: Reader, read: (at: Reader) => Text) => {
  const entries = at.list(MOST_TOKENS);
  if (entries.length === 0) at.refuse("at least one token");
  const eosLabel = eosAt.value === null ? undefined : eosAt.string();
  const byLabel = new Map<string, Token<V>>();
  const texts = new Map<Text, string>();
  const all: Text[] = [];
  entries.forEach((entry, index) => {
    const label = entry.string(2_000);
    if (byLabel.has(label)) entry.refuse("each token once", `the token ${JSON.stringify(label)} twice`);
    byLabel.set(label, index as Token<V>);
    if (label === eosLabel) {
      all.push("");
      return;
    }
    const text = read(entry);
    if (text === "") entry.refuse("a token with text");
    if (texts.has(text)) entry.refuse("each token once", `the same bytes as ${JSON.stringify(texts.get(text))}`);
    texts.set(text, label);
    all.push(text);
  });
  const eos = eosLabel === undefined ? null : byLabel.get(eosLabel);
  if (eos === undefined) eosAt.refuse("a token of the vocabulary, or null");
  return { vocabulary: vocabulary(side, all, [...byLabel.keys()], eos ?? null), byLabel };
};

const parseTokenizer = <V extends Side>(
  words: Vocabulary<V>,
  at: Reader,
  read: (at: Reader) => Text,
  bytes: boolean,
  eosLabel: unknown,
): Tokenizer<V> => {
  if (at.value === "longest-prefix") return longestPrefix(words);
  if (typeof at.value !== "object" || at.value === null) at.refuse('"longest-prefix" or { "bpe": [[left, right], …] }');
  const merges = get(at.object(["bpe"]), "bpe")
    .list(MOST_TOKENS)
    .map((merge): [Text, Text] => {
      const parts = merge.list(2);
      if (parts.length !== 2) merge.refuse("a pair [left, right]");
      const [left, right] = parts.map(read) as [Text, Text];
      if (left === "" || right === "") merge.refuse("two parts with text", "an empty part");
      if (words.eos !== null && parts.some((part) => part.value === eosLabel)) {
        merge.refuse("parts with text", "the stop token");
      }
      if (words.find(left + right) === undefined) merge.refuse("a merge whose result is in the vocabulary");
      return [left, right];
    });
  return bytes ? bytePairEncoding(words, merges, (text) => [...text]) : bytePairEncoding(words, merges);
};

const parseModel = <W, V extends Side>(
  field: DecidableField<W>,
  tokenizer: Tokenizer<V>,
  byLabel: ReadonlyMap<string, Token<V>>,
  at: Reader,
): LanguageModel<W, V> => {
  const kind = at.entries().get("kind");
  if (kind?.value !== "markov" && kind?.value !== "table")
    (kind ?? at).refuse('the key "kind" with "markov" or "table"');
  const isMarkov = kind?.value === "markov";
  const keys = at.object(isMarkov ? ["kind", "order", "rows"] : ["kind", "rows"], ["otherwise", "period", "offset"]);
  const order = isMarkov ? get(keys, "order").wholeNumber(0, HIGHEST_ORDER) : Number.POSITIVE_INFINITY;
  const periodic = keys.has("period");
  const period = keys.get("period")?.wholeNumber(1, LONGEST_PERIOD) ?? 1;
  const offset = parseOffset(keys.get("offset"));
  const token = (label: Reader): Token<V> =>
    byLabel.get(label.string(2_000)) ?? label.refuse("a token of the vocabulary");

  const seen = new Set<string>();
  const rows = get(keys, "rows")
    .list(MOST_ROWS)
    .map((row) => {
      const parts = row.object(periodic ? ["context", "next", "position"] : ["context", "next"], ["logits"]);
      const context = get(parts, "context").list(10_000).map(token);
      if (context.length > order) get(parts, "context").refuse(`at most ${order} tokens, the model's order`);
      const position = parts.get("position")?.wholeNumber(0, period - 1) ?? 0;
      const name = `${position}:${context.join()}`;
      if (seen.has(name)) row.refuse("one row for a context", "a second one");
      seen.add(name);
      const law = parseLaw(byLabel, get(parts, "next"));
      const logits = parts.get("logits");
      if (logits !== undefined) checkLogits(logits, inDoubles(law, byLabel.size), offset);
      return { context, position, law };
    });
  const otherwiseAt = keys.get("otherwise");
  const otherwise = otherwiseAt === undefined ? undefined : parseLaw(byLabel, otherwiseAt);
  if (rows.length === 0 && otherwise === undefined) get(keys, "rows").refuse('a row, or "otherwise"');
  const all = otherwise === undefined ? rows.map(({ law }) => law) : [...rows.map(({ law }) => law), otherwise];
  const inField = overCommonDenominator(field, all);
  const laws = rows.map(({ context, position, law }): Row<W, V> => ({ context, position, next: inField(law) }));
  const rest = otherwise && inField(otherwise);
  return isMarkov ? markov(tokenizer, order, laws, rest, period) : table(tokenizer, laws, rest, period);
};

type ExactLaw<V extends string> = [Token<V>, Rational][];

/** The probabilities of all tokens, in the vocabulary's order. */
const inDoubles = <V extends string>(law: ExactLaw<V>, size: number): number[] => {
  const weights = new Array<number>(size).fill(0);
  for (const [token, weight] of law) weights[token] = rational.toNumber(weight);
  return weights;
};

/** Above this, one denominator for a whole model costs more than it saves. */
const LARGEST_COMMON = 1n << 64n;

/** Writes a model's laws over one denominator, which makes sums of products of their weights cheap. */
const overCommonDenominator = <W, V extends string>(field: DecidableField<W>, laws: readonly ExactLaw<V>[]) => {
  const common = commonDenominator(laws.flatMap((law) => law.map(([, weight]) => weight)));
  const scale = ({ numerator, denominator }: Rational): W =>
    common <= LARGEST_COMMON
      ? field.ratio((numerator * common) / denominator, common)
      : field.ratio(numerator, denominator);
  return (law: ExactLaw<V>): Dist<W, Token<V>> =>
    dist(
      field,
      law.map(([token]) => token),
      law.map(([, weight]) => scale(weight)),
    );
};

/** A law: token to exact fraction; omitted tokens have probability 0 and the sum is exactly 1. */
const parseLaw = <V extends string>(byLabel: ReadonlyMap<string, Token<V>>, at: Reader): ExactLaw<V> => {
  const law: ExactLaw<V> = [];
  for (const [label, weightAt] of at.entries()) {
    const token = byLabel.get(label);
    if (token === undefined) return weightAt.refuse("a token of the vocabulary", JSON.stringify(label));
    const weight = parseRational(weightAt.string());
    if (weight === undefined) return weightAt.refuse('an exact fraction as a string, "3/10"');
    if (!rational.isZero(weight)) law.push([token, weight]);
  }
  const total = sum(
    rational,
    law.map(([, weight]) => weight),
  );
  if (!rational.equal(total, rational.one))
    at.refuse("probabilities that sum to exactly 1", `a sum of ${rational.print(total)}`);
  return law;
};
