import { expect, test } from "vitest";
import { rational } from "../../../src/core/num/rational.ts";
import { world } from "../../../src/core/worlds/described-world.ts";

const laws = (of: ReturnType<typeof world>, side: "target" | "drafter", ...contexts: number[][]) =>
  contexts.map((context) => {
    const { support, weights = [] } = of[side].next(context as never[]);
    return support.map((token, at) => {
      const label = of[side].tokenizer.vocabulary.label(token as never);
      return `${label} ${rational.print(weights[at] as never)}`;
    });
  });

test("sides are laws of tokens, in the order in which they are written", () => {
  const made = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, ab 1/2" });
  expect(laws(made, "target", [])).toEqual([["a 1/3", "b 2/3"]]);
  expect(laws(made, "drafter", [], [1])).toEqual([
    ["a 1/2", "ab 1/2"],
    ["a 1/2", "ab 1/2"],
  ]);
  expect([made.name, made.prompt, made.lookahead, made.candidates]).toEqual(["world", "", 1, 2]);
});

test("laws after tokens, stop tokens, quoted tokens and line breaks", () => {
  const made = world({
    name: "mine",
    target: 'a 1/2, ", " 1/4; . 1/4 stop\nafter a: . 1; after ", ": a 1/2, . 1/2',
    drafter: "a 1",
    prompt: "a, ",
    lookahead: 3,
    candidates: 4,
  });
  expect(laws(made, "target", [], [0], [1])).toEqual([["a 1/2", ",  1/4", ". 1/4"], [". 1"], ["a 1/2", ". 1/2"]]);
  expect(made.target.tokenizer.vocabulary.eos).toBe(2);
  expect(made.target.tokenizer.encode(made.prompt)).toEqual([0, 1]);
  expect([made.name, made.lookahead, made.candidates]).toEqual(["mine", 3, 4]);
});

test.each([
  [
    { target: "a 1/3", drafter: "a 1" },
    "target: the first lines: the probabilities add up to 1/3, expected 1: 2/3 is missing",
  ],
  [{ target: "a 1", drafter: "a" }, "drafter: line 1: found “a”, expected a token and a number, as ab 3/10 or ab 0.3"],
  [
    { target: "a 1; after b: a 1", drafter: "a 1" },
    "target: line 2: found “after b:”, expected a token of the first lines",
  ],
  [{ target: "a 1", drafter: "a 1", prompt: "b" }, "expected a prompt that the target's vocabulary can spell"],
  [{ target: "a 1", drafter: "a 1", lookahead: 0 }, "lookahead"],
  [{ target: "a 1", drafter: "a 1", candidates: 99 }, "candidates"],
])("%j is refused", (description, message) => {
  expect(() => world(description)).toThrow(message);
});
