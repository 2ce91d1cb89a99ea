import { describe, expect, test } from "vitest";
import { serve } from "../../../src/core/decode/serve.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Oracle } from "../../../src/evidence/tiers/oracle/oracle.ts";
import { bed } from "../../../src/faults/kill-matrix/bed.ts";
import { type Column, cell, type Finding, fitting } from "../../../src/faults/kill-matrix/column.ts";
import { columns, falseAlarms, openBed, type Row, rowOf, survivors } from "../../../src/faults/kill-matrix/matrix.ts";
import { bedOf, decoderMutant, only, right, roundMutant } from "./small-bed.ts";

const tier = (name: string, finding: Finding | undefined, kills: Column["kills"] = ["law"]): Column => ({
  name,
  kills,
  examine: () => finding,
});
const law = roundMutant("law");
const small = bedOf(["1/2", "1/2"]);

describe("a cell", () => {
  test.each([
    [undefined, "law", "not applicable"],
    [{ alarm: true }, "law", "killed"],
    [{ alarm: true }, "control", "killed"],
    [{ alarm: false }, "law", "survived"],
    [{ alarm: false }, "control", "silent"],
    [{ alarm: false }, "contract", "silent"],
  ] as const)("%j of a mutant of the %s: %s", (finding, kind, expected) => {
    expect(cell(tier("t", finding), roundMutant(kind), finding)).toBe(expected);
  });
});

describe("a row", () => {
  test("has what is known of the mutant, and a cell for each tier", () => {
    const tiers = [tier("a", undefined), tier("b", { alarm: true, world: "w" }), tier("c", { alarm: false })];
    expect(rowOf({ ...law, documented: "S01" }, small, 7, tiers)).toEqual({
      mutant: "m",
      source: "here",
      kind: "law",
      wounds: "sd",
      mechanism: "does something",
      documented: "S01",
      tiers: { a: "not applicable", b: "killed", c: "survived" },
      samples: null,
      gap: null,
      world: "w",
      what: null,
      seed: 7,
    });
    expect(rowOf(law, small, 7, tiers)).toMatchObject({ documented: null });
  });
  test("says where it is seen best: where the gap is known, else at the first alarm", () => {
    const alarm = { alarm: true, world: "first", what: "x" };
    const gap = { alarm: false, world: "second", what: "y", gap: "1/2", samples: 9 };
    const of = (...findings: (Finding | undefined)[]) => {
      const {
        world,
        what,
        gap: g,
        samples,
      } = rowOf(
        law,
        small,
        1,
        findings.map((one, at) => tier(`t${at}`, one)),
      );
      return [world, what, g, samples];
    };
    expect(of(alarm, gap)).toEqual(["second", "y", "1/2", 9]);
    expect(of({ alarm: false, world: "quiet" }, alarm, { alarm: true, world: "later" })).toEqual([
      "first",
      "x",
      null,
      null,
    ]);
    expect(of({ alarm: false, world: "quiet" }, undefined)).toEqual([null, null, null, null]);
    expect(of({ alarm: false, samples: 3 }, { alarm: false, samples: 4 })).toEqual([null, null, null, 3]);
  });
  test("asks each tier about the mutant in the bed, by the seed", () => {
    const asked: unknown[] = [];
    const curious: Column = { name: "t", kills: [], examine: (...args) => void asked.push(args) };
    rowOf(law, small, 5, [curious]);
    expect(asked).toEqual([[law, small, 5]]);
  });
});

test("survivors and false alarms are found by what the tiers say", () => {
  const row = (mutant: string, kind: Row["kind"], ...cells: Row["tiers"][string][]): Row => ({
    ...rowOf({ ...law, kind }, small, 1, []),
    mutant,
    tiers: Object.fromEntries(cells.map((one, at) => [`t${at}`, one])),
  });
  const rows = [
    row("a", "law", "killed", "survived"),
    row("b", "law", "killed", "killed"),
    row("c", "control", "silent", "not applicable"),
    row("d", "control", "silent", "killed"),
    row("e", "contract", "survived"),
  ];
  expect(survivors(rows).map(({ mutant }) => mutant)).toEqual(["a", "e"]);
  expect(falseAlarms(rows).map(({ mutant }) => mutant)).toEqual(["d"]);
});

test("the columns stand in the order of the tables, and say what they must kill", () => {
  const tiers = columns({ algorithms: [] } as unknown as Oracle);
  expect(tiers.map(({ name, kills }) => [name, ...kills])).toEqual([
    ["oracle", "law"],
    ["enumeration", "law"],
    ["statistics", "law"],
    ["contract", "contract"],
  ]);
});

test("a mutant runs in the worlds that it fits, in all of them where it says nothing", () => {
  const { exact } = bedOf(["1/2", "1/2"], ["1/3", "2/3"]);
  const names = (mutant: Parameters<typeof fitting>[0]): string[] => fitting(mutant, exact).map(({ name }) => name);
  expect(names(roundMutant("law", right))).toEqual(["coin 1", "coin 2"]);
  expect(names(roundMutant("law", only(right, "coin 2")))).toEqual(["coin 2"]);
  expect(names(decoderMutant("law", serve(only(right, "coin 1"))))).toEqual(["coin 1"]);
});

describe("the bed", () => {
  const { exact, fast } = openBed();
  test("has the same worlds, exact and in doubles, those with many tokens last", () => {
    expect(exact.map(({ name }) => name)).toEqual(fast.map(({ name }) => name));
    const sizes = exact.map(({ target }) => target.tokenizer.vocabulary.size > 16);
    expect(sizes).toEqual([...sizes].sort());
    expect(sizes).toContain(true);
  });
  test("has its own worlds in their order, then some built-in ones, each once", () => {
    const names = bed(rational).map(({ name }) => name);
    expect(names).toEqual(exact.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["crossing-words-2", "shared-without-mass", "byte-pairs", "overlapping"]),
    );
    expect(names.indexOf("two-coins")).toBeLessThan(names.indexOf("crossing-words-2"));
    expect(names.indexOf("five-tokens")).toBeLessThan(names.indexOf("four-tokens"));
  });
});
