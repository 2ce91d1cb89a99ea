import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { sd } from "../../src/core/algorithms/sd.ts";
import { slrs } from "../../src/core/algorithms/slrs.ts";
import { rational } from "../../src/core/num/rational.ts";
import { parseWorld } from "../../src/core/worlds/parse-world.ts";
import { Refused, writtenSide } from "../../src/core/worlds/written-side.ts";
import { lossless } from "../../src/evidence/tiers/enumeration/lossless.ts";
import { answer } from "../../src/site/play/answer.ts";
import { choices } from "../../src/site/play/choices.ts";
import { playLink, toState } from "../../src/site/play/link.ts";
import { fromFragment, type PlayState, START, toFragment, toWorldFile } from "../../src/site/play/state.ts";
import { workedExample, worldOf } from "../../src/site/worked.ts";
import { packageRoot } from "../../src/system/files.ts";

const file = (state: PlayState): object => toWorldFile(state, (field, message) => expect.fail(`${field}: ${message}`));
const parsed = (state: PlayState) => parseWorld(rational, "edited", JSON.stringify(file(state)));

describe("a law as a person writes it", () => {
  test("becomes a side of a world file", () => {
    expect(writtenSide('a 1/2\n"b c" 1/4\n\n</s> 1/4 stop\nafter a\n"b c" 1')).toEqual({
      vocabulary: ["a", "b c", "</s>"],
      eos: "</s>",
      tokenizer: "longest-prefix",
      model: {
        kind: "markov",
        order: 1,
        rows: [{ context: ["a"], next: { "b c": "1" } }],
        otherwise: { a: "1/2", "b c": "1/4", "</s>": "1/4" },
      },
    });
  });
  test.each([
    ["a 0.5", "the first lines: the probabilities add up to 1/2, expected 1: 1/2 is missing"],
    ["a 0.5.1", "line 1: found “a 0.5.1”, expected a token and a number, as ab 3/10 or ab 0.3"],
    ["a 1/2\nb 1/4", "the first lines: the probabilities add up to 3/4, expected 1: 1/4 is missing"],
    ["a 1\nb 1/4", "the first lines: the probabilities add up to 5/4, expected 1: 1/4 too much"],
    ["a 1\nafter b\na 1", "line 2: found “after b”, expected a token of the first lines"],
    ["a 1\nafter a\nb 1", "line 3: the token “b” is not among the first lines"],
    ['"\\q" 1', 'line 1: found “"\\q"”, expected quotes and escapes as JSON has them'],
    ['a 1\nafter "\\q"\na 1', 'line 2: found “"\\q"”, expected quotes and escapes as JSON has them'],
    ["a 1/2 stop\nb 1/2 stop", "line 2: a second stop token"],
    ["a 1\nafter a\na 1\nafter a", "line 4: “after a” is there twice"],
    [`a ${"1".repeat(13)}/2`, "line 1: found “a 1111111111111/2”, expected a token and a number, as ab 3/10 or ab 0.3"],
    ["x".repeat(5_000), "found 5000 characters, expected at most 4000"],
    [
      "abcdefghijklmn"
        .split("")
        .map((token) => `${token} 1/14`)
        .join("\n"),
      "found 14 tokens, expected 1 to 12",
    ],
    ["toString 1\nafter __proto__", "line 2: found “after __proto__”, expected a token of the first lines"],
  ])("%j is refused: %s", (text, message) => {
    expect(() => writtenSide(text)).toThrow(new Refused(message));
  });
  test("whatever is typed is a side or refused in words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        try {
          writtenSide(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("the address", () => {
  const states = fc.record(
    Object.fromEntries(Object.keys(START).map((key) => [key, fc.string({ unit: "binary" })])),
  ) as unknown as fc.Arbitrary<PlayState>;
  test("carries every state", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(fromFragment(`#${toFragment(state)}`)).toEqual(state);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
  test.each(["", "#", "#w=", "#w=%%%", "#w=e30x", "#w=bnVsbA", `#w=${"A".repeat(20_000)}`, "#other"])(
    "%s is no state",
    (fragment) => expect(fromFragment(fragment)).toBeUndefined(),
  );
  test("what is missing in it is taken from the start", () => {
    expect(fromFragment("#w=e30")).toEqual(START);
  });
});

describe("worlds of files", () => {
  test.each(["sd", "slrs", "autoregressive", "k-seq", "slrs-block"])("the example of %s keeps its verdict", (id) => {
    const example = workedExample(packageRoot(), id);
    const state = toState(example.world, id) as PlayState;
    const chosen = choices.find(({ algorithm }) => algorithm.id === id);
    const edited = lossless(rational, parsed(state), chosen?.algorithm as typeof sd);
    const written = lossless(rational, worldOf(id, example), chosen?.algorithm as typeof sd);
    expect({ ...edited, world: "" }).toEqual({ ...written, world: "" });
  });
  test("what the fields cannot say leads to the page without a world", () => {
    const { world } = workedExample(packageRoot(), "sd") as { world: { target: object } };
    expect(playLink({ ...world, target: { ...world.target, bytes: "hex" } }, "sd")).toBe("/play.html");
    expect(playLink({ ...world, target: { ...world.target, tokenizer: { bpe: [] } } }, "sd")).toBe("/play.html");
  });
});

describe("an answer", () => {
  test("has the laws of the first token, ψ, and what proposes nothing", () => {
    const { tokens, nothing, emissions, verdict } = answer(parsed(START), slrs);
    expect(tokens).toEqual([
      { token: "a", target: "1/2", output: "1/2", psi: "3/4" },
      { token: "b", target: "1/2", output: "1/2", psi: "0" },
    ]);
    expect(nothing).toBe("1/4");
    expect(emissions).toEqual([
      { emitted: "a", probability: "1/2" },
      { emitted: "b", probability: "1/2" },
    ]);
    expect(verdict).toMatchObject({ verdict: "proved", acceptance: "1/2" });
  });
  test("of a known fault is lossy, with a witness", () => {
    const fault = choices.find(({ algorithm }) => algorithm.id === "slrs-no-proposal-from-target");
    const { tokens, verdict } = answer(parsed(START), fault?.algorithm as typeof sd);
    expect(tokens.map(({ output }) => output)).toEqual(["5/8", "3/8"]);
    expect(verdict).toMatchObject({ verdict: "refuted", gap: "1/8" });
  });
  test("lists every algorithm and only faults of the law", () => {
    expect(choices.filter(({ fault }) => fault === "").length).toBeGreaterThanOrEqual(15);
    expect(choices.filter(({ fault }) => fault !== "").length).toBeGreaterThan(15);
    expect(new Set(choices.map(({ algorithm }) => algorithm.id)).size).toBe(choices.length);
  });
});
