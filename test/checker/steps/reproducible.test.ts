import { describe, expect, test } from "vitest";
import type { RunRequest } from "../../../src/checker/protocol/messages.ts";
import { reproducible } from "../../../src/checker/steps/reproducible.ts";
import { type Script, scripted } from "./scripted.ts";

/** Answers that depend on the seed alone, in three tokens. */
const bySeed = (request: RunRequest, index: number): number[] => {
  const seed = request.seed[index] as number;
  return Array.from({ length: request.budget }, (_, at) => Math.floor(seed / 3 ** at) % 3);
};
const found = async (script: Script = {}) => {
  const all = scripted({ answer: bySeed, ...script });
  const row = await reproducible(all.context);
  return { ...all, row, said: `${row.verdict}: ${row.what}` };
};
const refused = (name: string): Script => ({
  end: ({ run }, received) =>
    run.endsWith(name) ? { kind: "refused", received, message: "no", calls: [0, 0] } : undefined,
});

test("asks first, with other seeds, again, alone and in a fresh process", async () => {
  const { runs, said, processes } = await found();
  expect(said).toBe("consistent: the same seeds give the same answers, other seeds others");
  const seeds = runs.map(({ seed }) => seed);
  expect(seeds.map(({ length }) => length)).toEqual([12, 12, 12, 1, 12]);
  expect([seeds[2], seeds[4]]).toEqual([seeds[0], seeds[0]]);
  expect(seeds[1]).toEqual(seeds[0]?.map((seed) => (seed as number) + 1_299_709));
  expect(seeds[3]).toEqual([seeds[0]?.[11]]);
  expect(seeds[0]?.[0]).toBe(7919 + 104_729);
  expect(processes).toEqual([expect.any(String), "fresh"]);
});

test("seeds of runs are not asked for alone, and without seeds nothing is", async () => {
  const { runs, said } = await found({ hello: { seeds: "run" } });
  expect([runs.length, said.slice(0, 11)]).toEqual([4, "consistent:"]);
  const none = await found({ hello: { seeds: "none" } });
  expect([none.runs.length, none.said]).toEqual([0, "not applicable: the adapter takes no seeds"]);
});

describe("what is refused", () => {
  test("from the first is not applicable", async () => {
    expect((await found(refused(""))).said).toBe("not applicable: the adapter refuses these settings");
  });
  test("later on differs from what was answered before", async () => {
    const all = "12 of 12 sequences differ, the first at 0";
    expect((await found(refused("again"))).said).toBe(`contract: not reproducible: in one process, ${all}`);
    expect((await found(refused("fresh"))).said).toBe(`contract: not reproducible: in a fresh process, ${all}`);
    expect((await found(refused("alone"))).said).toBe(
      "contract: not reproducible: a sequence asked for alone is not the one of the run",
    );
    expect((await found(refused("other"))).row.verdict).toBe("consistent");
  });
});

test("one seed for all is not random; one sequence that differs is named by its place", async () => {
  const { row } = await found({ answer: ({ budget }) => new Array<number>(budget).fill(0) });
  expect(row).toMatchObject({ verdict: "refuted", kind: "not random", what: "other seeds give the same answers" });
  const changing = (place: number): Script => ({
    answer: (request, index) => (request.run.endsWith("again") && index === place ? [0, 0, 0] : bySeed(request, index)),
  });
  expect((await found(changing(0))).said).toContain("in one process, the first sequence differs and no other");
  expect((await found(changing(4))).said).toContain("in one process, 1 of 12 sequences differ, the first at 4");
});
