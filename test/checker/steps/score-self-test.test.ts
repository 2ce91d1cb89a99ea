import { describe, expect, test } from "vitest";
import { makeCase } from "../../../src/checker/plan/case.ts";
import type { WorldFile } from "../../../src/checker/protocol/wire-world.ts";
import { scoreSelfTest } from "../../../src/checker/steps/score-self-test.ts";
import type { CheckRow } from "../../../src/checker/verdict.ts";
import { worldFile } from "../whole/world.ts";
import { type Script, scripted } from "./scripted.ts";

/** Laws that differ by side: `b` is likelier for the drafter. */
const drafter = { a: "1/4", b: "3/4", c: "0" };
const file = (name: string): WorldFile => worldFile(name, undefined, drafter);
const one = makeCase("one", file("one"), 60, { prompts: [[2, 1], [0]] });
const laws = { target: [0.5, 0.25, 0.25], drafter: [0.25, 0.75, 0] };
const logits = (law: readonly number[]): number[] => law.map((p) => (p === 0 ? -1e4 : Math.log(p)));

const tested = async (script: Script = {}) => {
  const asked: [string, string, string][] = [];
  const { context, loads, lines } = scripted({
    cases: [one],
    ...script,
    score: (side, at, world) => {
      asked.push([world, side, at.join(" ")]);
      return script.score?.(side, at, world) ?? logits(laws[side]);
    },
  });
  const rows = [await scoreSelfTest(context)].flat();
  return { rows, asked, loads, lines };
};

const shown = ([row]: readonly CheckRow[]): string => `${row?.verdict}: ${row?.what}`;

test("compares twenty contexts a side, those of the target behind the prompt's first token", async () => {
  const { rows, asked, loads, lines } = await tested();
  expect(rows).toEqual([
    {
      step: "score self-test",
      verdict: "consistent",
      what: "the stubs have the laws of the tables after 40 contexts",
      sequences: 0,
      tokens: 0,
    },
  ]);
  expect(loads).toEqual(["one"]);
  expect(lines).toEqual(["score self-test: one"]);
  const behind = (first: number) =>
    ["", " 1", " 2 0", " 0 1 2", " 1 2 0 1", "", " 0", " 1 2", " 2 0 1", " 0 1 2 0"].map((more) => `${first}${more}`);
  const of = (side: string) => asked.filter(([, of]) => of === side).map(([, , at]) => at);
  expect([of("target").slice(0, 10), of("drafter").slice(0, 10)]).toEqual([behind(2), behind(0)]);
  expect([of("target").length, of("drafter").length]).toEqual([20, 20]);
});

test("a world is looked at once, whatever the number of its cases", async () => {
  const cases = [one, makeCase("again", file("one"), 60), makeCase("two", file("two"), 60)];
  const { rows, loads } = await tested({ cases });
  expect(loads).toEqual(["one", "two"]);
  expect(shown(rows)).toBe("consistent: the stubs have the laws of the tables after 80 contexts");
});

describe("a wrong stub is found", () => {
  const off = (by: number, where = "target", offset = 0): NonNullable<Script["score"]> => {
    const [a = 0, b = 0, c = 0] = laws.target;
    return (side) => logits(side === where ? [a + by, b - by, c] : laws[side]).map((x) => x + offset);
  };
  test.each([
    ["target", 2e-5, false],
    ["target", -2e-5, false],
    ["target", 9e-6, true],
    ["target", -9e-6, true],
  ])("on the side of the %s, off by %f: %s", async (side, by, passes) => {
    const { rows } = await tested({ score: off(by, side) });
    if (passes) expect(shown(rows)).toMatch(/^consistent/);
    else
      expect(shown(rows)).toMatch(
        /^broken: adapter or stub is wrong: the target of one has another law than its table after 2 \(off by 0\.00002/,
      );
  });
  test("on the side of the drafter, in a later context", async () => {
    const score: NonNullable<Script["score"]> = (side, at) =>
      logits(side === "drafter" && at.length > 4 ? laws.target : laws[side]);
    expect(shown((await tested({ score })).rows)).toMatch(/the drafter of one .* after 0 1 2 0 1 \(off by 0\.[45]/);
  });
  test("where logits are missing", async () => {
    expect(shown((await tested({ score: () => [1, 2] })).rows)).toMatch(/^broken: .*off by Infinity/);
  });
  test("where they are no numbers", async () => {
    expect(shown((await tested({ score: () => [Number.NaN, 1, 2] })).rows)).toMatch(/^broken: .*off by NaN/);
  });
  test("where padding has mass, not where it has none", async () => {
    const padded = (logit: number): Script => ({ score: (side) => [...logits(laws[side]), logit] });
    expect(shown((await tested(padded(-1e4))).rows)).toMatch(/^consistent/);
    expect(shown((await tested(padded(0))).rows)).toMatch(/^broken/);
  });
  test("a common offset does not matter, and makes room for its own rounding only", async () => {
    const { target } = file("loud");
    const loud = (offset: number): WorldFile => ({
      ...file("loud"),
      target: { ...target, model: { ...target.model, offset } },
    });
    // Single precision rounds by 2^-23 of the size: 0.0012 of ten thousand, 0.000012 of a hundred.
    for (const [offset, passes, fails] of [
      [1e4, 1.1e-3, 1.3e-3],
      [-1e4, 1.1e-3, 1.3e-3],
      [100, 2e-5, 2.3e-5],
    ] as const) {
      const cases = [makeCase("loud", loud(offset), 60)];
      expect(shown((await tested({ cases, score: off(passes, "target", offset) })).rows)).toMatch(/^consistent/);
      expect(shown((await tested({ cases, score: off(fails, "target", offset) })).rows)).toMatch(/^broken/);
    }
  });
});

test("says why it cannot be done", async () => {
  expect((await tested({ hello: { tables: false } })).rows).toEqual([]);
  expect(shown((await tested({ hello: { score: false } })).rows)).toBe(
    "not applicable: the adapter does not answer score",
  );
  expect(shown((await tested({ load: () => "no" })).rows)).toBe("not applicable: the adapter refuses every world");
  const cases = [one, makeCase("two", file("two"), 60)];
  const some = await tested({ cases, load: (name) => (name === "one" ? "no" : undefined) });
  expect(shown(some.rows)).toBe("consistent: the stubs have the laws of the tables after 40 contexts");
});
