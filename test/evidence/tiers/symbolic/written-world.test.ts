import { describe, expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { parseWorld } from "../../../../src/core/worlds/parse-world.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { type WrittenLaw, writtenWorld } from "../../../../src/evidence/tiers/symbolic/written-world.ts";
import { tokenStrings } from "../../../support/token-strings.ts";
import { iid, ratio, toyWorld, written } from "../../../support/toy-world.ts";

const law = (side: WrittenLaw["side"], context: number[], ...weights: string[]): WrittenLaw => ({
  side,
  context,
  weights: weights.map(ratio),
});
const uniform = { a: "1/2", b: "1/2" };
const independent = (otherwise: object) => ({ kind: "markov", order: 0, rows: [], otherwise });
/** One side of what is written. */
const side = (world: World<never>, which: "target" | "drafter", ...laws: WrittenLaw[]) =>
  (writtenWorld(world, "w", laws) as Record<string, unknown> | undefined)?.[which];
const letters = tokenStrings("a b", "a b", 1) as World<never>;

test("a world in the format of world files", () => {
  const world = { ...tokenStrings("a b .", "a b .", 2, "."), candidates: 3 };
  expect(writtenWorld(world, "a name", [law("target", [], "1/3", "0", "2/3")])).toEqual({
    format: "lossless-world/1",
    name: "a name",
    prompt: "a",
    lookahead: 2,
    candidates: 3,
    target: {
      vocabulary: ["a", "b", "."],
      eos: ".",
      tokenizer: "longest-prefix",
      model: independent({ a: "1/3", ".": "2/3" }),
    },
    drafter: {
      vocabulary: ["a", "b", "."],
      eos: ".",
      tokenizer: "longest-prefix",
      model: independent({ a: "1/3", b: "1/3", ".": "1/3" }),
    },
  });
});

describe("laws", () => {
  test("that are all the same, after whatever tokens, make independent draws", () => {
    const same = [law("target", [0], "1/4", "3/4"), law("target", [0, 1], "1/4", "3/4")];
    expect(side(letters, "target", ...same)).toMatchObject({ model: independent({ a: "1/4", b: "3/4" }), eos: null });
  });
  test("that differ make a table, uniform elsewhere", () => {
    const different = [law("target", [0], "1/4", "3/4"), law("target", [0, 1], "1", "0")];
    const model = {
      kind: "table",
      rows: [
        { context: ["a"], next: { a: "1/4", b: "3/4" } },
        { context: ["a", "b"], next: { a: "1" } },
      ],
      otherwise: uniform,
    };
    expect(side(letters, "target", ...different)).toMatchObject({ model });
    // What is read from it has these laws.
    const read = parseWorld(rational, "w", JSON.stringify(writtenWorld(letters, "w", different)));
    const next = (...context: number[]) =>
      written(read.target.next(context as never), (token) => read.target.tokenizer.vocabulary.label(token));
    expect([next(0), next(0, 1), next(1)]).toEqual([{ a: "1/4", b: "3/4" }, { a: "1" }, uniform]);
  });
  test("of the other side do not count, nor those after what is no token", () => {
    const others = [law("drafter", [], "1", "0"), law("target", [0, 2], "0", "1"), law("target", [-1], "1", "0")];
    const half = law("target", [0.5], "1/3", "2/3");
    expect(side(letters, "target", ...others, half)).toMatchObject({ model: independent(uniform) });
    expect(side(letters, "drafter", ...others)).toMatchObject({ model: independent({ a: "1" }) });
  });
});

describe("byte-pair encoding", () => {
  const words = { a: "1/3", b: "1/3", ab: "1/3" };
  test("is written by its merges", () => {
    const world = toyWorld(iid(words, { tokenizer: { bpe: [["a", "b"]] } }), iid(words)) as World<never>;
    expect(side(world, "target")).toMatchObject({ tokenizer: { bpe: [["a", "b"]] } });
    expect(side(world, "drafter")).toMatchObject({ tokenizer: "longest-prefix" });
  });
  test("has no words where a merge joins what is no token, nor without merges", () => {
    const parts = { vocabulary: ["b", "ab"], tokenizer: { bpe: [["a", "b"]] } };
    const side = iid({ b: "1/2", ab: "1/2" }, parts);
    expect(writtenWorld(toyWorld(side, iid(words)), "w", [])).toBeUndefined();
    expect(writtenWorld(toyWorld(iid(words), side), "w", [])).toBeUndefined();
    const world = toyWorld(iid(words, { tokenizer: { bpe: [] } }), iid(words));
    const { merges: _, ...tokenizer } = world.target.tokenizer;
    expect(writtenWorld({ ...world, target: { ...world.target, tokenizer } }, "w", [])).toBeUndefined();
  });
});

describe("tokens that are not text", () => {
  const hex = (merges?: string[][]) =>
    iid(
      { "61": "1/2", c3: "1/4", end: "1/4" },
      {
        bytes: "hex",
        vocabulary: ["61", "c3", "61c3", "0a", "end"],
        eos: "end",
        tokenizer: merges === undefined ? "longest-prefix" : { bpe: merges },
      },
    );
  test("are written as bytes, two digits each, the stop token by its name", () => {
    expect(
      side(toyWorld(hex(), hex()) as World<never>, "target", law("target", [], "1/2", "0", "1/4", "0", "1/4")),
    ).toEqual({
      vocabulary: ["61", "c3", "61c3", "0a", "end"],
      bytes: "hex",
      eos: "end",
      tokenizer: "longest-prefix",
      model: independent({ "61": "1/2", "61c3": "1/4", end: "1/4" }),
    });
  });
  test("whatever digits they are read from", () => {
    const upper = iid({ "0A": "1" }, { bytes: "hex", vocabulary: ["0A", "61C3", "61"] });
    expect(side(toyWorld(upper, upper) as World<never>, "target", law("target", [], "1", "0", "0"))).toMatchObject({
      vocabulary: ["0a", "61c3", "61"],
      model: independent({ "0a": "1" }),
    });
  });
  test("and so are the parts of merges, tokens or not", () => {
    const merges = [["61", "c3"]];
    expect(side(toyWorld(hex(merges), hex()) as World<never>, "target")).toMatchObject({ tokenizer: { bpe: merges } });
    const accents = [["c3", "a9"]];
    const whole = iid({ "61": "1/2", c3a9: "1/2" }, { bytes: "hex", tokenizer: { bpe: accents } });
    expect(side(toyWorld(whole, whole) as World<never>, "target")).toMatchObject({ tokenizer: { bpe: accents } });
  });
  test("are no prompt", () => {
    const side = iid({ c3: "1" }, { vocabulary: ["c3"], bytes: "hex" });
    expect(writtenWorld(toyWorld(side, side), "w", [])).toBeUndefined();
  });
});
