import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytePairEncoding } from "../../../src/core/vocab/bpe.ts";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { showTokens, type Token, vocabulary } from "../../../src/core/vocab/vocabulary.ts";
import { anyText, holdsFor, keepsFirst, settles } from "./settling.ts";

type Merges = (readonly [string, string])[];
const over = (words: string[], merges: Merges) =>
  bytePairEncoding(
    vocabulary("drafter", words.map(fromUnicode), words, null),
    merges.map(([left, right]) => [fromUnicode(left), fromUnicode(right)] as const),
  );
const encoded = (words: string[], merges: Merges, text: string): string => {
  const tokenizer = over(words, merges);
  return showTokens(tokenizer.vocabulary, tokenizer.encode(fromUnicode(text)));
};

const words = ["a", "b", "ab", "aa", "aba", "aab"];
describe("merging", () => {
  test.each([
    [
      "the earliest-listed pair first",
      [
        ["a", "b"],
        ["a", "a"],
      ],
      "aab",
      "a·ab",
    ],
    [
      "in another order, other tokens",
      [
        ["a", "a"],
        ["a", "b"],
      ],
      "aab",
      "aa·b",
    ],
    ["leftmost first", [["a", "a"]], "aaa", "aa·a"],
    [
      "a merge may need another",
      [
        ["a", "b"],
        ["ab", "a"],
      ],
      "ababa",
      "ab·aba",
    ],
    [
      "a second listing changes nothing",
      [
        ["a", "b"],
        ["a", "a"],
        ["a", "b"],
      ],
      "aab",
      "a·ab",
    ],
    [
      "a merge out of the vocabulary is refused",
      [
        ["b", "a"],
        ["a", "b"],
      ],
      "baba",
      "b·ab·a",
    ],
    ["nothing to merge", [], "ab", "a·b"],
    ["a token that no merge reaches never comes from text", [["a", "a"]], "aba", "a·b·a"],
    ["up to the first symbol outside", [["a", "b"]], "abxab", "ab"],
  ] as [string, Merges, string, string][])("%s", (_, merges, text, tokens) => {
    expect(encoded(words, merges, text)).toBe(tokens);
  });
  test("characters are the first symbols, bytes where told", () => {
    expect(encoded(["é", "e"], [], "éé")).toBe("é·é");
    const pieces = vocabulary("drafter", ["\xc3", "\xa9"], ["c3", "a9"], null);
    expect(bytePairEncoding(pieces, [], (text) => [...text]).encode(fromUnicode("é"))).toEqual([0, 1]);
    expect(bytePairEncoding(pieces, []).encode(fromUnicode("é"))).toEqual([]);
  });
});

test("dropping goes on behind symbols outside the vocabulary", () => {
  const tokenizer = over(words, [["a", "b"]]);
  expect(showTokens(tokenizer.vocabulary, tokenizer.encodeDropping("xabxa"))).toBe("ab·a");
});

test("the pending text grows without bound where merges can chain for ever", () => {
  expect(over(words, [["a", "a"]]).pendingGrows).toBe(true);
  expect(over(words, [["a", "b"]]).pendingGrows).toBe(false);
  expect(
    over(
      [...words, "ba"],
      [
        ["a", "b"],
        ["b", "a"],
      ],
    ).pendingGrows,
  ).toBe(true);
  // The refused merge joins nothing.
  expect(over(words, [["b", "b"]]).pendingGrows).toBe(false);
});

test("between letters that no merge joins, texts settle", () => {
  const tokenizer = over(words, [["a", "b"]]);
  expect(tokenizer.settle("abab")).toEqual({ tokens: [2], pending: "ab" });
  expect([tokenizer.firstSettled("ab"), tokenizer.firstSettled("aba"), tokenizer.firstSettled("a")]).toEqual([
    false,
    true,
    false,
  ]);
});

test("an unfinished character at the end may still change", () => {
  const tokenizer = over(["a", "é"], []);
  expect(tokenizer.firstSettled("a\xc3")).toBe(false);
  expect(tokenizer.firstSettled(fromUnicode("aé"))).toBe(true);
});

/** Merges one pair at a time over a list, straight from the definition. */
const slowly = (vocabularyWords: string[], merges: Merges, text: string): string[] => {
  const parts = [...text];
  for (;;) {
    const found = merges
      .filter(([left, right]) => vocabularyWords.includes(left + right))
      .map(([left, right]) => parts.findIndex((part, i) => part === left && parts[i + 1] === right))
      .find((at) => at >= 0);
    if (found === undefined) return parts;
    parts.splice(found, 2, `${parts[found]}${parts[found + 1]}`);
  }
};

const anyMerges = fc.shuffledSubarray<readonly [string, string]>([
  ["a", "b"],
  ["a", "ab"],
  ["b", "a"],
  ["a", "a"],
  ["ab", "a"],
  ["b", "bb"],
  ["b", "b"],
  ["a", "c"],
  ["ab", "ab"],
]);
const every = ["a", "b", "c", "ab", "aa", "ba", "bb", "aab", "aba", "abab", "ac"];

test("the same tokens as the definition, word for word", () => {
  fc.assert(
    fc.property(anyMerges, anyText, (merges, text) => {
      const tokenizer = over(every, merges);
      const tokens = tokenizer.encode(text).map((t: Token<"drafter">) => tokenizer.vocabulary.label(t));
      expect(tokens).toEqual(slowly(every, merges, text));
    }),
    { seed: 1, numRuns: 500 },
  );
});

describe("for all merges and texts", () => {
  const any = anyMerges.map((merges) => over(every, merges));
  test("settled tokens never change", () => expect(holdsFor(any, settles)).toBe(true));
  test("nor does a settled first token", () => expect(holdsFor(any, keepsFirst)).toBe(true));
  test("wrong: all but the last token is settled", () => {
    const hasty = any.map((t) => ({ ...t, firstSettled: (text: string) => t.encode(text).length > 1 }));
    expect(holdsFor(hasty, keepsFirst)).toBe(false);
  });
  test("wrong: nothing is pending", () => {
    const hasty = any.map((t) => ({
      ...t,
      settle: (text: string) => ({ tokens: t.encodeDropping(text), pending: "" }),
    }));
    expect(holdsFor(hasty, settles)).toBe(false);
  });
});

/** Byte-pair encoding as it is defined: one merge after another over the whole text. */
const oneByOne = (words: readonly string[], merges: Merges, text: string): string[] => {
  const parts = [...text];
  for (;;) {
    const [first] = merges.flatMap(([left, right]) => {
      if (!words.includes(left + right)) return [];
      const at = parts.findIndex((part, i) => part === left && parts[i + 1] === right);
      return at < 0 ? [] : [{ at, joined: left + right }];
    });
    if (first === undefined) return parts;
    parts.splice(first.at, 2, first.joined);
  }
};

test("texts that are cut at what no merge crosses, and pieces that are remembered, encode as defined", () => {
  const letters = ["a", "b", "c"];
  const piece = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(piece, piece), { maxLength: 6 }),
      fc.array(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), { maxLength: 4 }),
      fc.func(fc.boolean()),
      (merges, texts, isWord) => {
        const known = [...new Set([...letters, ...merges.map(([x, y]) => x + y).filter(isWord)])];
        const tokenizer = over(known, merges);
        for (const text of [...texts, ...texts]) {
          const words = oneByOne(known, merges, text);
          expect(tokenizer.encode(fromUnicode(text)).map((token) => known[token])).toEqual(words);
        }
      },
    ),
  );
});
