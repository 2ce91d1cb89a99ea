import type fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational } from "../src/core/num/rational.ts";
import { characters, fromUnicode } from "../src/core/vocab/text.ts";
import type { Tokenizer } from "../src/core/vocab/tokenizer.ts";
import { type Token, tokensOf } from "../src/core/vocab/vocabulary.ts";
import { holdsEverywhere, refutedAfter, sampleOf } from "../src/testing/check.ts";
import { anyTextCase, type TextCase, type TokenizerLawName, tokenizerLaws } from "../src/testing/tokenizer-laws.ts";
import { type Alphabet, bytes, threeLetters, twoLetters } from "../src/testing/vocabularies.ts";
import { type WorldFile, worldOf } from "../src/testing/world-file.ts";
import { anyWorld } from "../src/testing/worlds.ts";

type Made = Tokenizer<"target">;

/** Tokenizers of generated worlds, of one kind. */
const made = (kind: "longest-prefix" | "bpe", alphabet: Alphabet): fc.Arbitrary<Made> =>
  anyWorld({ alphabet })
    .filter(({ target }: WorldFile) => (target.tokenizer === "longest-prefix") === (kind === "longest-prefix"))
    .map((file) => worldOf(rational, file).target.tokenizer);

const sample = sampleOf({ seed: 3, runs: 100 });
const shown = ({ tokenizer, text, more }: TextCase<"target">): string =>
  JSON.stringify({ tokens: tokensOf(tokenizer.vocabulary).map(tokenizer.vocabulary.label), text, more });

/** Letters as the bytes of texts, and one that no vocabulary has. */
const textLetters = ({ letters, bytes: hex }: Alphabet): string[] =>
  hex === undefined
    ? [...letters, "z"].map(fromUnicode)
    : letters.map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));

const alphabets = { "two letters": twoLetters, "three letters": threeLetters, bytes };

for (const kind of ["longest-prefix", "bpe"] as const) {
  describe(kind, () => {
    for (const [name, alphabet] of Object.entries(alphabets)) {
      for (const [law, judge] of Object.entries(tokenizerLaws)) {
        test(`${law}, ${name}`, () => {
          const cases = anyTextCase(made(kind, alphabet), textLetters(alphabet));
          holdsEverywhere(`${kind} ${law}`, cases, judge, shown, sample);
        });
      }
    }
  });
}

/** Longest prefix by its definition, one cut at a time. */
const cutLongest = ({ vocabulary }: Made, text: string): Token<"target">[] => {
  const tokens = tokensOf(vocabulary).filter(
    (token) => token !== vocabulary.eos && text.startsWith(vocabulary.text(token)),
  );
  const [longest] = tokens.sort((a, b) => vocabulary.text(b).length - vocabulary.text(a).length);
  if (longest === undefined) return [];
  return [longest, ...cutLongest({ vocabulary } as Made, text.slice(vocabulary.text(longest).length))];
};

test("longest-prefix is its definition", () => {
  const judge = ({ tokenizer, text, more }: TextCase<"target">) =>
    tokenizer.encode(text + more).join() === cutLongest(tokenizer, text + more).join() ? undefined : "another cut";
  const cases = anyTextCase(made("longest-prefix", twoLetters), textLetters(twoLetters));
  holdsEverywhere("definition", cases, judge, shown, sample);
  const fromTheRight = (subject: TextCase<"target">) =>
    judge({ ...subject, tokenizer: { ...subject.tokenizer, encode: shortest(subject.tokenizer) } });
  expect(refutedAfter(cases, fromTheRight, sample)).toBeDefined();
});

/** Cuts off the shortest token instead of the longest. */
const shortest =
  ({ vocabulary }: Made) =>
  (text: string): Token<"target">[] => {
    const tokens: Token<"target">[] = [];
    for (let [at, end] = [0, 1]; end <= text.length; end++) {
      const token = vocabulary.find(text.slice(at, end));
      if (token === undefined) continue;
      tokens.push(token);
      at = end;
    }
    return tokens;
  };

const wrong: Record<TokenizerLawName, readonly [string, (right: Made) => Made][]> = {
  roundTrip: [
    ["encode drops what it cannot spell", (right) => ({ ...right, encode: right.encodeDropping })],
    [
      "encode yields the stop token",
      (right) => ({
        ...right,
        encode: (text) => (right.vocabulary.eos === null ? right.encode(text) : [right.vocabulary.eos]),
      }),
    ],
  ],
  coverage: [
    ["encode ends one token early", (right) => ({ ...right, encode: (text) => right.encode(text).slice(0, -1) })],
  ],
  settling: [
    [
      "everything is settled",
      (right) => ({
        ...right,
        settle: (text) => ({ tokens: right.encodeDropping(text), pending: "" }),
      }),
    ],
    [
      "only the last letter is pending",
      (right) => ({
        ...right,
        settle: (text) => {
          const parts = characters(text);
          return { tokens: right.encodeDropping(parts.slice(0, -1).join("")), pending: parts.at(-1) ?? "" };
        },
      }),
    ],
  ],
  settlingAgain: [
    [
      "texts of odd length stay pending",
      (right) => ({
        ...right,
        settle: (text) => (text.length % 2 === 1 ? { tokens: [], pending: text } : right.settle(text)),
      }),
    ],
  ],
  firstSettled: [
    ["any text is settled", (right) => ({ ...right, firstSettled: () => true })],
    [
      "settled as soon as a token fits",
      (right) => ({ ...right, firstSettled: (text) => right.encode(text).length > 0 }),
    ],
  ],
  boundedPending: [
    [
      "nothing is ever settled",
      (right) => ({
        ...right,
        pendingGrows: false,
        settle: (text) => ({ tokens: [], pending: text }),
      }),
    ],
  ],
};

describe("the laws refute", () => {
  for (const [law, mutants] of Object.entries(wrong)) {
    for (const [name, mutate] of mutants) {
      test(`${law}: ${name}`, () => {
        const tokenizers = anyWorld({ alphabet: twoLetters }).map((file) =>
          mutate(worldOf(rational, file).target.tokenizer),
        );
        const cases = anyTextCase(tokenizers, textLetters(twoLetters));
        expect(refutedAfter(cases, tokenizerLaws[law as TokenizerLawName], { ...sample, runs: 1_000 })).toBeDefined();
      });
    }
  }
});
