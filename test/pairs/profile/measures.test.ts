import { describe, expect, test } from "vitest";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { percent, short } from "../../../src/pairs/profile/numbers.ts";
import { overlap } from "../../../src/pairs/profile/overlap.ts";
import { psiCost } from "../../../src/pairs/profile/psi-cost.ts";
import { recognise } from "../../../src/pairs/profile/recognise.ts";
import { roundTrip } from "../../../src/pairs/profile/round-trip.ts";
import { spread } from "../../../src/pairs/profile/spread.ts";
import { profileVocabulary, textTokens } from "../../../src/pairs/profile/vocabulary-profile.ts";
import type { OpenTokenizer } from "../../../src/pairs/tokenizer-files/open-tokenizer.ts";
import { special, tinyByteFallback, tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";
import { tinyOpen } from "./tiny-open.ts";

test("shares and counts as people read them", () => {
  expect([0, 0.8544, 1].map(percent)).toEqual(["0.0 %", "85.4 %", "100.0 %"]);
  expect([0, 109_566, 9_999_999_999, 10_000_000_000].map(short)).toEqual(["0", "109,566", "9,999,999,999", "1.0e+10"]);
  expect([7n, 9_999_999_999n, 17n * 10n ** 37n].map(short)).toEqual(["7", "9,999,999,999", "1.7e+38"]);
});

describe("a spread", () => {
  test("has nearest ranks, the mean and the deviation of all", () => {
    expect(spread([9, 1, 3, 3])).toEqual({
      count: 4,
      mean: 4,
      deviation: 3,
      min: 1,
      quartiles: [1, 3, 3],
      ninetieth: 9,
      max: 9,
    });
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(spread(ten)).toMatchObject({ quartiles: [3, 5, 8], ninetieth: 9, min: 1, max: 10, mean: 5.5 });
    expect(ten[0]).toBe(10);
  });
  test("counts whole numbers of any size, in their order", () => {
    expect(spread([10n, 9n, 2n ** 70n])).toMatchObject({ min: 9n, quartiles: [9n, 10n, 2n ** 70n], max: 2n ** 70n });
  });
  test("of one value is that value, of none is none", () => {
    expect(spread([5])).toEqual({
      count: 1,
      mean: 5,
      deviation: 0,
      min: 5,
      quartiles: [5, 5, 5],
      ninetieth: 5,
      max: 5,
    });
    expect(spread([])).toBeUndefined();
  });
});

describe("ψ's cost", () => {
  const { vocabulary } = tinyOpen(
    "drafter",
    tinyByteLevel([
      ["a", "b"],
      ["ab", "c"],
    ]),
  );
  test("counts the ways to spell each text, and the passes", () => {
    // a·b, ab; a·b·c, ab·c, abc: passes at the start, and after each proper prefix, once a way.
    const { segmentations, passes, unspellable } = psiCost(vocabulary, ["x", "ab", "abc"].map(fromUnicode));
    expect(segmentations).toMatchObject({ count: 3, min: 1n, max: 3n, mean: 2 });
    expect(passes).toMatchObject({ count: 3, min: 1n, quartiles: [1n, 2n, 4n] });
    expect(unspellable).toBe(0);
  });
  test("counts texts that cannot be spelled apart", () => {
    const few = { ...vocabulary, find: (text: string) => (text === "a" ? vocabulary.find(text) : undefined) };
    const found = psiCost(few as typeof vocabulary, ["a", "aa", "ab", "b"].map(fromUnicode));
    expect(found).toMatchObject({ unspellable: 2, passes: { count: 2, max: 2n }, segmentations: { count: 2 } });
    expect(psiCost(vocabulary, [])).toEqual({ segmentations: undefined, passes: undefined, unspellable: 0 });
  });
});

describe("one vocabulary", () => {
  const added = [special(258, "<|end|>"), { id: 260, content: "ab", special: false }];
  const json = tinyByteLevel(
    [
      ["a", "b"],
      ["Ġ", "a"],
    ],
    { added_tokens: added },
  );
  const open = tinyOpen("target", json, "<|end|>", "mine");
  test("is counted: ids, tokens with text, those with a role, those that are double, and pieces of characters", () => {
    expect(profileVocabulary(open)).toMatchObject({
      name: "mine",
      file: "mine.json",
      kind: "byte-level",
      ids: 261,
      unusedIds: 1,
      specialTokens: 1,
      textTokens: 259,
      duplicates: 1,
      notUnicode: 128,
      stopToken: "<|end|>",
      bytes: { count: 259, min: 1, max: 2 },
    });
    expect(textTokens(open.vocabulary).slice(-2)).toEqual([257, 260]);
  });
  test("may have no stop token", () => {
    expect(profileVocabulary(tinyOpen("target", json)).stopToken).toBeNull();
  });
});

describe("what two vocabularies share", () => {
  test("by bytes, each byte string once", () => {
    const twice = { added_tokens: [{ id: 257, content: "ab", special: false }] };
    const target = tinyOpen("target", tinyByteLevel([["a", "b"]], twice)).vocabulary;
    const drafter = tinyOpen(
      "drafter",
      tinyByteLevel(
        [
          ["a", "b"],
          ["b", "c"],
          ["c", "d"],
        ],
        {},
      ),
    ).vocabulary;
    expect(overlap(target, drafter)).toEqual({
      bytes: 257,
      ofTarget: 1,
      ofDrafter: 257 / 259,
      written: 258,
      spaceMapped: 258,
    });
    const back = overlap(drafter as never, target as never);
    expect(back).toMatchObject({ bytes: 257, ofTarget: 257 / 259, ofDrafter: 1, written: 257 });
  });
  test("ids without a token are shared by nobody", () => {
    const added = { added_tokens: [special(300, "<|end|>")] };
    const target = tinyOpen("target", tinyByteLevel([], added)).vocabulary;
    const drafter = tinyOpen("drafter", tinyByteLevel([["a", "b"]], added)).vocabulary;
    expect(overlap(target, drafter)).toMatchObject({ bytes: 256, written: 257, spaceMapped: 257 });
  });
  test("as files write spaces, and with the sign mapped at the start of a token only", () => {
    const merges: [string, string][] = [
      ["a", "b"],
      ["Ġ", "a"],
      ["aĠ", "b"],
    ];
    const target = tinyOpen("target", tinyByteLevel(merges)).vocabulary;
    const fallback = tinyByteFallback("ab▁", [
      ["a", "b"],
      ["▁", "a"],
      ["a▁", "b"],
    ]);
    const drafter = tinyOpen("drafter", fallback).vocabulary;
    // Equal as written: a, b, ab; mapped: the sign itself and the one that begins with it too.
    expect(overlap(target, drafter)).toMatchObject({ written: 3, spaceMapped: 5 });
    expect(overlap(drafter as never, target as never)).toMatchObject({ written: 3, spaceMapped: 5 });
    expect(overlap(target, drafter).bytes).toBe(259);
  });
});

describe("to text and back", () => {
  test("a token that merges never make comes back as others, with the same text", () => {
    const json = tinyByteLevel([["a", "b"]]);
    const vocab = { ...json.model.vocab, xyz: 257 };
    const open = tinyOpen("target", { ...json, model: { ...json.model, vocab } });
    expect(roundTrip(open)).toEqual({ tested: 258, of: 258, sameToken: 257, sameText: 258 });
  });
  test("counts what comes back otherwise, token and text apart", () => {
    const open = tinyOpen("target", tinyByteLevel([["a", "b"]]));
    const { vocabulary } = open;
    const answer = (encode: (text: string) => number[]): OpenTokenizer<"target"> => ({
      ...open,
      tokenizer: () => ({ ...open.tokenizer(), encode: encode as never }),
    });
    expect(roundTrip(answer(() => [65]))).toMatchObject({ sameToken: 1, sameText: 1 });
    const split = (text: string): number[] => [...text].map((one) => vocabulary.find(one as never) as number);
    expect(roundTrip(answer(split))).toMatchObject({ sameToken: 256, sameText: 257 });
    expect(roundTrip(answer((text) => [...split(text), 65]))).toMatchObject({ sameToken: 0, sameText: 0 });
  });
  test("of more than ten thousand tokens, evenly spaced ones are sent", () => {
    const many = (count: number) => {
      const pieces = Array.from({ length: count }, (_, id) => [`t${id}`, id]);
      const json = tinyByteLevel([]);
      const open = tinyOpen("target", {
        ...json,
        model: { ...json.model, vocab: Object.fromEntries(pieces), merges: [] },
      });
      const asked: string[] = [];
      const encode = (text: string) => {
        asked.push(text);
        return [];
      };
      const found = roundTrip({ ...open, tokenizer: () => ({ encode }) as never });
      return { ...found, asked };
    };
    expect(many(10_000)).toMatchObject({ tested: 10_000, of: 10_000, sameToken: 0, sameText: 0 });
    const more = many(10_001);
    expect(more).toMatchObject({ tested: 5_001, of: 10_001 });
    expect(more.asked.slice(0, 3)).toEqual(["t0", "t2", "t4"]);
  });
});

test("a vocabulary that the paper does not have is not recognised", () => {
  expect(recognise(tinyByteLevel([["a", "b"]]))).toBeUndefined();
});
