import { describe, expect, test } from "vitest";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { type Token, tokensOf } from "../../../src/core/vocab/vocabulary.ts";
import { FORMAT, parseWorld } from "../../../src/core/worlds/parse-world.ts";
import { chain, iid, toyWorld, written } from "../../support/toy-world.ts";

const half = { a: "1/2", b: "1/2" };

describe("a world", () => {
  const file = {
    format: FORMAT,
    name: "w",
    about: "One sentence.",
    prompt: "ab",
    lookahead: 3,
    candidates: 5,
    target: chain({ a: "1/2", b: "1/4", ab: "1/4" }, { ab: { a: "2/6", b: "4/6", ab: "0" } }),
    drafter: iid({ b: "1/2", a: "1/2" }),
  };
  const world = parseWorld(rational, "f", JSON.stringify(file));
  test("has what the file says", () => {
    expect(world).toMatchObject({ name: "w", about: "One sentence.", prompt: "ab", lookahead: 3, candidates: 5 });
    expect(world.target.tokenizer.encode("ab")).toEqual([2]);
    expect([world.target.order, world.drafter.order, world.target.period]).toEqual([1, 0, 1]);
    expect(world.shared.size).toBe(2);
  });
  test("omitted tokens and zeros have no weight; laws are exact", () => {
    const label = (t: Token<"target">) => world.target.tokenizer.vocabulary.label(t);
    expect(written(world.target.next([2 as Token<"target">]), label)).toEqual({ a: "1/3", b: "2/3" });
    expect(world.target.next([2 as Token<"target">]).support).toHaveLength(2);
  });
  test("two candidates unless said; no sentence is none", () => {
    const plain = toyWorld(iid(half), iid(half));
    expect([plain.candidates, "about" in plain]).toEqual([2, false]);
  });
  test("in any field", () => {
    const floating = parseWorld(float64, "f", JSON.stringify(file));
    expect(floating.target.next([2 as Token<"target">]).weight(1 as Token<"target">)).toBeCloseTo(2 / 3, 15);
  });
});

describe("words", () => {
  test("in hexadecimal are bytes, upper and lower case alike", () => {
    const { target } = toyWorld(iid({ c3: "1/2", A9: "1/2" }, { bytes: "hex" }), iid(half), 1, "é");
    expect(target.tokenizer.encode(fromUnicode("é"))).toEqual([0, 1]);
    expect(tokensOf(target.tokenizer.vocabulary).map(target.tokenizer.vocabulary.label)).toEqual(["c3", "A9"]);
  });
  test("in hexadecimal may have a stop token that is not", () => {
    const { target } = toyWorld(iid({ "61": "1/2", stop: "1/2" }, { bytes: "hex", eos: "stop" }), iid(half), 1, "a");
    expect(target.tokenizer.vocabulary.eos).toBe(1);
  });
  test("of the same bytes are refused", () => {
    expect(() => toyWorld(iid({ c3: "1/2", C3: "1/2" }, { bytes: "hex" }), iid(half))).toThrow(
      'the same bytes as "c3"',
    );
  });
  test("a stop token may have the name of nothing, or of a member of every object", () => {
    const odd = { a: "1/2", toString: "1/4", constructor: "1/4" };
    const { target } = toyWorld(iid(odd, { eos: "toString" }), iid(half));
    expect(target.tokenizer.vocabulary.eos).toBe(1);
    expect(written(target.next([]))).toEqual({ 0: "1/2", 1: "1/4", 2: "1/4" });
  });
});

test("merges of a side in bytes join bytes", () => {
  const pieces = iid({ c3: "1/4", a9: "1/4", c3a9: "1/2" }, { bytes: "hex", tokenizer: { bpe: [["c3", "a9"]] } });
  expect(toyWorld(pieces, iid(half), 1, "éé").target.tokenizer.encode(fromUnicode("éé"))).toEqual([2, 2]);
});

test("a common denominator changes no law", () => {
  const large = (1n << 70n) + 1n;
  const laws = [
    { a: "1/3", b: "2/3" },
    { a: "1/7", b: "6/7" },
    { a: `1/${large}`, b: `${large - 1n}/${large}` },
  ];
  for (const law of laws) {
    const { target } = toyWorld(chain(law, { a: laws[0] as Record<string, string> }), iid(half));
    expect(written(target.next([]), (t) => "ab"[t] as string)).toEqual(law);
  }
});
