import { describe, expect, test } from "vitest";
import { draftText, firstSettled, never } from "../../../../src/core/algorithms/parts/draft-text.ts";
import { eachDraftedText } from "../../../../src/core/algorithms/parts/each-drafted-text.ts";
import { firstTokenLaw } from "../../../../src/core/algorithms/parts/first-token-law.ts";
import { firstTokenOnTrie } from "../../../../src/core/algorithms/parts/first-token-on-trie.ts";
import { wordLaw } from "../../../../src/core/algorithms/parts/word-law.ts";
import { lawOf } from "../../../../src/core/handlers/law-of.ts";
import { type Rational, rational } from "../../../../src/core/num/rational.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { chain, iid, type Law, toyWorld } from "../../../support/toy-world.ts";

const remembering = chain(
  { a: "1/2", ab: "1/4", ".": "1/4" },
  { a: { a: "1/3", b: "1/3", ".": "1/3" }, ab: { b: "1/2", ".": "1/2" } },
  {
    vocabulary: ["a", "b", "ab", "."],
    eos: ".",
  },
);
const words = iid({ a: "1/4", b: "1/4", aab: "1/4", aaba: "1/4" });
const worlds: readonly [string, World<Rational>][] = [1, 2, 3, 4].flatMap((lookahead) => [
  [`letters for words, ${lookahead} drafts`, toyWorld(words, iid({ a: "2/3", b: "1/3" }), lookahead)],
  [`a drafter that stops and remembers, ${lookahead} drafts`, toyWorld(words, remembering, lookahead)],
  [
    `letters that the target lacks, ${lookahead} drafts`,
    toyWorld(iid({ a: "1/2", aa: "1/2" }), iid({ a: "1/2", ba: "1/4", ac: "1/4" }), lookahead),
  ],
  [
    `a word that begins like others, ${lookahead} drafts`,
    toyWorld(iid({ a: "1/3", b: "1/3", abb: "1/3" }), iid({ a: "1/2", b: "1/2" }), lookahead),
  ],
  [
    `a target that says nothing but stop, ${lookahead} drafts`,
    toyWorld(iid({ ".": "1" }, { eos: "." }), iid({ a: "1/2", b: "1/2" }), lookahead),
  ],
  [
    `texts that are spelt in several ways, ${lookahead} drafts`,
    toyWorld(iid({ a: "1/2", aaa: "1/2" }), iid({ a: "1/3", aa: "2/3" }), lookahead),
  ],
  // a·b·a is a·ba: not what cutting off the longest prefix gives.
  [
    `byte pairs, and letters that the target lacks, ${lookahead} drafts`,
    toyWorld(
      iid(
        { a: "1/4", b: "1/4", ab: "1/4", ba: "1/4" },
        {
          tokenizer: {
            bpe: [
              ["b", "a"],
              ["a", "b"],
            ],
          },
        },
      ),
      iid({ a: "1/2", b: "1/4", c: "1/4" }),
      lookahead,
    ),
  ],
]);

/** By drafting itself: the law of the tokens that the drafted text begins with, one at most or all. */
const byDrafting = (world: World<Rational>, all: boolean, enough = never): Law => {
  const { outcomes } = lawOf(rational, (ask) => draftText(ask, world, [], enough), String);
  const law = new Map<string, Rational>();
  for (const { value, weight } of outcomes.values()) {
    const tokens = world.target.tokenizer.encode(value);
    const key = (all ? tokens : tokens.slice(0, 1)).join();
    law.set(key, rational.add(law.get(key) ?? rational.zero, weight));
  }
  return Object.fromEntries([...law].map(([key, weight]) => [key, rational.print(weight)]).sort());
};
const printed = (law: { support: readonly Token<"target">[]; weight(token: Token<"target">): Rational }): Law =>
  Object.fromEntries(law.support.map((token) => [String(token), rational.print(law.weight(token))]).sort());

describe.each(worlds)("%s", (_, world) => {
  const { "": none, ...first } = byDrafting(world, false);
  test("ψ is the law of the first token of a draft to the end, and what is missing proposes nothing", () => {
    expect(printed(firstTokenLaw(world, []))).toEqual(first);
    const missing = rational.monus(
      rational.one,
      firstTokenLaw(world, []).support.reduce(
        (sum, t) => rational.add(sum, firstTokenLaw(world, []).weight(t)),
        rational.zero,
      ),
    );
    expect(rational.print(missing)).toBe(none ?? "0");
  });
  test("drafting only until the first token is settled has the same law", () => {
    expect(byDrafting(world, false, firstSettled(world))).toEqual(byDrafting(world, false));
  });
  if (world.target.tokenizer.cutsLongestPrefix) {
    test("ψ on the trie", () => expect(printed(firstTokenOnTrie(world, []))).toEqual(first));
  }
  test("every drafted text is visited with its mass", () => {
    const masses = new Map<string, Rational>();
    eachDraftedText(world, [], never, (text, weight) => {
      masses.set(text, rational.add(masses.get(text) ?? rational.zero, weight));
    });
    const { outcomes } = lawOf(rational, (ask) => draftText(ask, world, [], never), String);
    const expected = [...outcomes.values()].map(({ value, weight }) => [value, rational.print(weight)]);
    expect([...masses].map(([text, weight]) => [text, rational.print(weight)]).sort()).toEqual(expected.sort());
  });
  test("a word's law is the product of its tokens' laws and of the chance to end there", () => {
    const beginning = wordLaw(world, []);
    for (const [key, weight] of Object.entries(byDrafting(world, true))) {
      const tokens = key === "" ? [] : (key.split(",").map(Number) as Token<"target">[]);
      const mass = tokens.reduce(
        (product, token, at) => rational.mul(product, beginning(tokens.slice(0, at)).law.weight(token)),
        rational.one,
      );
      const after = beginning(tokens).law;
      const goesOn = after.support.reduce((sum, token) => rational.add(sum, after.weight(token)), rational.zero);
      expect(rational.print(rational.mul(mass, rational.monus(rational.one, goesOn)))).toBe(weight);
    }
    const unheard = [0, 0, 0, 0, 0, 0, 0, 0] as unknown as Token<"target">[];
    expect(beginning(unheard).law.support).toEqual([]);
    expect(beginning([])).toBe(beginning([]));
    expect(rational.print(beginning([]).mass)).toBe("1");
  });
});

test("ψ lists no token that no draft can propose", () => {
  const world = toyWorld(iid({ a: "1/2", ab: "1/2" }), chain({ a: "1", b: "0" }, { a: { b: "1" } }), 2);
  expect(firstTokenLaw(world, []).support).toEqual([1]);
});
