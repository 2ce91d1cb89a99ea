import { describe, expect, test } from "vitest";
import { makeCase } from "../../../src/checker/plan/case.ts";
import { LONGEST_LINE } from "../../../src/checker/protocol/messages.ts";
import type { FileSide } from "../../../src/checker/protocol/wire-world.ts";
import { wireWorld } from "../../../src/checker/protocol/wire-world.ts";
import { randomNumbers, STEPS } from "../../../src/checker/steps/all-steps.ts";
import { beginnings } from "../../../src/checker/steps/beginnings.ts";
import { Findings } from "../../../src/checker/steps/findings.ts";
import { loadWorld } from "../../../src/checker/steps/load-world.ts";
import { type Subject, tableSubject } from "../../../src/checker/steps/subject.ts";
import { counting, requireName, withinReach } from "../../../src/checker/steps/within-reach.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { caseIn, worldFile } from "../whole/world.ts";
import { hello } from "./scripted.ts";

const sequence = (index: number, ...tokens: unknown[]) => ({ index, tokens });

describe("contexts in which tokens were drawn", () => {
  const prompts = [[0], [1, 0]];
  test("are those before each token, behind the prompt of the sequence", () => {
    expect(beginnings(prompts, [sequence(0, 1, 0), sequence(1, 2), sequence(2, 1)], 3)).toEqual([
      [0],
      [0, 1],
      [1, 0],
      [0],
    ]);
  });
  test.each([[3], [-1], [0.5], ["1"], [null], [Number.NaN]])("end before %j, which is no id", (wrong) => {
    expect(beginnings(prompts, [sequence(0, 2, 0, wrong, 1)], 3)).toEqual([[0], [0, 2]]);
    expect(beginnings(prompts, [sequence(0, wrong, 1)], 3)).toEqual([]);
  });
  test("without a prompt begin with nothing", () => {
    expect(beginnings([], [sequence(0, 1, 1)], 2)).toEqual([[], [1]]);
  });
});

describe("a world is loaded", () => {
  const loading = async (tables: boolean, at = caseIn("one")) => {
    const asked: unknown[] = [];
    const load = async (id: string, world: unknown) => {
      asked.push([id, world]);
      return "said";
    };
    return { said: await loadWorld({ load } as never, { ...hello, tables }, at), asked };
  };
  test("with every row, or by its name alone where the adapter has models of its own", async () => {
    const at = caseIn("one");
    expect(await loading(true)).toEqual({ said: "said", asked: [["one", wireWorld(at.file)]] });
    expect(await loading(false)).toEqual({ said: "said", asked: [["one", null]] });
  });
  test("unless it is too long for one message", async () => {
    const size = Math.ceil(Math.sqrt(LONGEST_LINE / 2));
    const names = Array.from({ length: size }, (_, at) => `t${at}`);
    const otherwise = { t0: "1" };
    const side: FileSide = {
      vocabulary: names,
      eos: null,
      tokenizer: "longest-prefix",
      model: { kind: "markov", order: 1, rows: [], otherwise },
    };
    const large = makeCase("large", { ...worldFile("large"), prompt: "t0", target: side, drafter: side }, 10);
    const { said, asked } = await loading(true, large);
    expect([said, asked]).toEqual(["with a row for every context this world is too long for one message", []]);
    expect((await loading(false, large)).asked).toEqual([["large", null]]);
  });
});

const subject = tableSubject(
  [caseIn("one"), makeCase("apart", worldFile("apart", undefined, { a: "1/2", x: "1/2" }), 60)],
  1,
);
const scored: Subject = { ...subject, fresh: () => [] };

test("fresh worlds are named by their numbers, the first four unless one is asked for", () => {
  expect(randomNumbers(undefined)).toEqual([1, 2, 3, 4]);
  expect([randomNumbers("random-1"), randomNumbers("random-400")]).toEqual([[1], [400]]);
  for (const name of ["random-0", "random-401", "random-01", "random-1x", "xrandom-1", "one", "random-1000"])
    expect(randomNumbers(name)).toEqual([]);
});

test("names that steps, cases and fresh worlds have are taken, all others refused", () => {
  for (const name of [undefined, ...STEPS, "one", "apart", "random-400"])
    expect(requireName(name, subject)).toBeUndefined();
  const known = `${STEPS.join(", ")}, one, apart`;
  expect(() => requireName("x", subject)).toThrow(`--only: found "x", expected one of ${known}, random-1, random-2, …`);
  expect(() => requireName("random-1", scored)).toThrow(`--only: found "random-1", expected one of ${known}`);
  expect(() => requireName("random-1", scored)).not.toThrow("random-2");
});

test("what counts are cases and fresh worlds, or the one case or exact rule that is asked for", () => {
  expect(counting(undefined, subject, false)).toEqual(["one", "apart"]);
  const random = [1, 2, 3, 4].map((k) => `random-${k}`);
  expect(counting(undefined, subject, true)).toEqual(["one", "apart", ...random]);
  for (const name of ["greedy", "length", "stop tokens", "one", "random-9"])
    expect(counting(name, subject, true)).toEqual([name]);
  for (const name of ["replay check", "reproducible", "score self-test"])
    expect(counting(name, subject, true)).toEqual([]);
});

describe("what is beyond an algorithm or an adapter", () => {
  const reach = (only?: string, more: object = {}, algorithm: unknown = sd) => {
    const found = new Findings();
    const within = withinReach(subject, (algorithm ?? undefined) as never, { ...hello, ...more }, only, found);
    const { rows } = found;
    return { cases: within.cases.map(({ name }) => name), rows, fresh: (k: number) => within.fresh(k).length };
  };
  const row = (step: string, what: string) => ({ step, verdict: "not applicable", what, sequences: 0, tokens: 0 });
  test("has a row that says so, and is not asked", () => {
    const { cases, rows } = reach();
    expect(cases).toEqual(["one"]);
    expect(rows).toEqual([row("apart", "sd does not fit these vocabularies")]);
    expect(reach(undefined, {}, tli)).toMatchObject({ cases: ["one", "apart"], rows: [] });
    expect(reach(undefined, {}, null)).toMatchObject({ cases: ["one", "apart"], rows: [] });
  });
  test("has no row where something else was asked for", () => {
    expect(reach("one")).toMatchObject({ cases: ["one"], rows: [] });
    expect(reach("apart").rows).toHaveLength(1);
  });
  test("what the adapter says that it cannot do is told in its words", () => {
    const { cases, rows } = reach(undefined, { maxVocabulary: 2 }, null);
    expect(cases).toEqual([]);
    expect(rows.map(({ step }) => step)).toEqual(["one", "apart"]);
    for (const { what } of rows) expect(what).toMatch(/^the adapter says that it cannot: \S/);
    const fresh = reach("random-1", { maxVocabulary: 1 }, null);
    expect(fresh.rows.map(({ step }) => step)).toEqual(["random-1"]);
    expect(fresh.fresh(1)).toBe(0);
    expect(reach("random-1", {}, null).fresh(1)).toBe(1);
  });
});
