import { describe, expect, test } from "vitest";
import { autoregressive } from "../../../../src/core/algorithms/autoregressive.ts";
import { slem } from "../../../../src/core/algorithms/slem.ts";
import { union } from "../../../../src/core/algorithms/union.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { MissingRow } from "../../../../src/core/models/missing-row.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { contextClasses, defaultLimits } from "../../../../src/evidence/tiers/enumeration/contexts.ts";
import { mutant } from "../../../support/mutant.ts";
import { chain, iid, toyWorld } from "../../../support/toy-world.ts";

const half = { a: "1/2", b: "1/2" };
const classesOf = (world: ReturnType<typeof toyWorld>, algorithm = union, limits = defaultLimits) => {
  const { classes, horizon } = contextClasses(rational, world, algorithm, limits);
  return { horizon, depths: classes.map(({ depth }) => depth) };
};

describe("contexts that close cover every horizon", () => {
  test("independent tokens: one class", () => {
    expect(classesOf(toyWorld(iid(half), iid(half)))).toEqual({ horizon: undefined, depths: [0] });
  });
  test("order 1: the start of the text and each last token that can be said", () => {
    const never = chain({ a: "1/2", b: "1/2", c: "0" }, { a: { b: "1" } });
    expect(classesOf(toyWorld(never, iid(half)), autoregressive)).toEqual({ horizon: undefined, depths: [0, 1, 1] });
  });
  test("periods: positions modulo both, in each model's own tokens", () => {
    const counting = (period: number, words: object) => {
      const rows = Array.from({ length: period }, (_, position) => ({ position, context: [], next: words }));
      return iid(half, { model: { kind: "markov", order: 0, period, rows } });
    };
    expect(classesOf(toyWorld(counting(2, half), counting(3, half)), autoregressive).depths).toHaveLength(2);
    expect(classesOf(toyWorld(counting(2, half), counting(3, { b: "1" }))).depths).toHaveLength(6);
    // Where every draft is accepted, rounds of two tokens reach even positions only.
    expect(classesOf(toyWorld(counting(2, half), counting(3, half))).depths).toEqual([0, 2, 4]);
  });
  test("nothing is followed after a stop token", () => {
    const stopping = chain({ a: "1/2", ".": "1/2" }, { a: { ".": "1" } }, { eos: "." });
    expect(classesOf(toyWorld(stopping, iid({ a: "1" })), autoregressive).depths).toEqual([0, 1]);
  });
  test("the algorithm's own state is part of the class", () => {
    const carrying = mutant(
      (ask, { target }, committed) => [ask.sample("target", () => target.next(committed))],
      (committed) => String(committed.length % 5),
    );
    expect(classesOf(toyWorld(iid(half), iid(half)), carrying)).toEqual({
      horizon: undefined,
      depths: [0, 1, 2, 3, 4],
    });
  });
});

describe("depth counts tokens after the prompt", () => {
  test("however long that is", () => {
    const world = toyWorld(chain(half, { a: { b: "1" } }), iid(half), 1, "abab");
    expect(classesOf(world, autoregressive).depths).toEqual([0, 1]);
  });
});

describe("a program that draws from another law when it is asked again", () => {
  const fickle = () => {
    let asked = 0;
    return mutant((ask, { field }) => [
      ask.sample("token", () =>
        dist(field, [0 as never, 1 as never], [asked++ % 2 === 0 ? field.one : field.zero, field.one]),
      ),
    ]);
  };
  const world = toyWorld(iid(half), iid(half));
  const limits = { ...defaultLimits, contexts: 2 };
  test("is not looked for here", () => expect(classesOf(world, fickle(), limits).depths[0]).toBe(0));
});

describe("contexts that do not close have a horizon", () => {
  const remembersAll = iid(half, { model: { kind: "table", rows: [], otherwise: half } });
  test("a target that may read all: classes up to the limit, whole depths only", () => {
    const { horizon, depths } = classesOf(toyWorld(remembersAll, iid(half)), autoregressive, {
      ...defaultLimits,
      unboundedContexts: 20,
    });
    // 1 + 2 + 4 + 8 contexts of up to three tokens; the 16 of four tokens do not fit.
    expect([horizon, depths.length]).toEqual([4, 15]);
  });
  test("a drafter that may read all, for an algorithm that drafts; not for one that does not", () => {
    const world = toyWorld(iid(half), remembersAll);
    const limits = { ...defaultLimits, unboundedContexts: 40 };
    expect(classesOf(world, slem, limits).horizon).toBeGreaterThan(1);
    expect(classesOf(world, autoregressive, limits).depths).toEqual([0]);
  });
  test("a model that may read all is followed through three hundred classes unless told", () => {
    const { horizon, depths } = classesOf(toyWorld(remembersAll, iid(half)), autoregressive);
    expect([horizon, depths.length]).toEqual([8, 255]);
  });
  test("a model that may read all and always stops covers what was followed", () => {
    const row = (context: string[], next: object) => ({ context, next });
    const rows = [row([], { a: "1/2", ".": "1/2" }), row(["a"], { ".": "1" })];
    const stopping = iid({ a: "1/2", ".": "1/2" }, { eos: ".", model: { kind: "table", rows } });
    expect(classesOf(toyWorld(stopping, iid(half)), autoregressive)).toEqual({ horizon: 2, depths: [0, 1] });
  });
  test("a text that later letters may always spell anew, for a drafter that reads it or counts its tokens", () => {
    const limits = { ...defaultLimits, unboundedContexts: 2, contexts: 20 };
    const target = chain(half, { a: { a: "1" }, b: { a: "1" } });
    const law = { a: "1/2", aa: "1/2" };
    const followed = (drafter: object) => classesOf(toyWorld(target, drafter), union, limits).depths.length;
    const merging = { tokenizer: { bpe: [["a", "a"]] } };
    const counting = [0, 1].map((position) => ({ position, context: [], next: law }));
    expect(followed(chain(law, { a: law }, merging))).toBeLessThanOrEqual(2);
    expect(
      followed(iid(law, { ...merging, model: { kind: "markov", order: 0, period: 2, rows: counting } })),
    ).toBeLessThanOrEqual(2);
    expect(followed(iid(law, merging))).toBeGreaterThan(2);
    expect(followed(chain(law, { a: law }))).toBeGreaterThan(2);
  });
  test("the limit for models with finite memory", () => {
    const counting = mutant((ask, { target }, committed) => [ask.sample("target", () => target.next(committed))]);
    const limits = { ...defaultLimits, contexts: 10 };
    expect(classesOf(toyWorld(iid({ a: "1" }), iid(half)), counting, limits).horizon).toBe(10);
  });
  test("a budget that ends at depth", () => {
    const twice = chain(half, { a: half });
    const { paths } = contextClasses(rational, toyWorld(twice, iid(half), 3), union);
    const cut = classesOf(toyWorld(twice, iid(half), 3), union, { ...defaultLimits, paths: paths - 1 });
    // Every draft is accepted: the next round starts four tokens later.
    expect(cut).toEqual({ horizon: 4, depths: [0] });
  });
});

describe("a missing row", () => {
  const table = (rows: object[]) => iid(half, { model: { kind: "table", rows } });
  const row = (context: string[]) => ({ context, next: half });
  test("of a table, at depth: the horizon ends before it", () => {
    const world = toyWorld(table([row([]), row(["a"]), row(["b"])]), iid(half));
    expect(classesOf(world, autoregressive)).toEqual({ horizon: 2, depths: [0, 1, 1] });
  });
  test("of a table, in the first round: an error", () => {
    expect(() => classesOf(toyWorld(table([row(["a"])]), iid(half)), autoregressive)).toThrow(MissingRow);
  });
  test("of a model with finite memory, at any depth: an error", () => {
    const gap = iid(half, { model: { kind: "markov", order: 2, rows: [row([]), row(["a"]), row(["b"])] } });
    expect(() => classesOf(toyWorld(gap, iid(half)), autoregressive)).toThrow('no row for the context "a·a"');
  });
});
