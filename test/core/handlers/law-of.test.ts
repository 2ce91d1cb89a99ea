import { expect, test } from "vitest";
import { lawOf } from "../../../src/core/handlers/law-of.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Program } from "../../../src/core/program/program.ts";
import { ratio } from "../../support/toy-world.ts";

type W = ReturnType<typeof ratio>;
const heads: Program<W, boolean[]> = (ask) => [1, 2, 3].map(() => ask.flip("coin", () => ratio("1/2")));

test("equal results, by key, are added in the order in which they are first met", () => {
  const { outcomes, paths } = lawOf(rational, heads, (coins) => String(coins.filter(Boolean).length));
  expect([...outcomes].map(([key, { weight }]) => [key, rational.print(weight)])).toEqual([
    ["3", "1/8"],
    ["2", "3/8"],
    ["1", "3/8"],
    ["0", "1/8"],
  ]);
  expect(paths).toBe(8);
});

test("more results than the budget allows are an error", () => {
  const budget = { paths: 100, states: 7 };
  expect(() => lawOf(rational, heads, String, { budget })).toThrow("its budget of 7 states");
});
