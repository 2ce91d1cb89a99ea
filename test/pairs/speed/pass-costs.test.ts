import { describe, expect, test } from "vitest";
import type { OnnxModel } from "../../../src/pairs/onnx/onnx-model.ts";
import { costOf, MOST_ROWS, passCosts } from "../../../src/pairs/speed/pass-costs.ts";

/** A source whose passes over n new tokens take n milliseconds, every ninth a hundred more. */
const source = (positions: number) => {
  let clock = 0;
  const asked: { ids: readonly number[]; rows: number }[] = [];
  const rows = async (ids: readonly number[], count: number) => {
    asked.push({ ids, rows: count });
    clock += asked.length % 9 === 0 ? 100 + count : count;
    return [];
  };
  return { model: { positions, rows } as unknown as OnnxModel, asked, now: () => clock };
};

describe("costs of passes", () => {
  test("are medians over nine turns, for each number of new tokens; none for no token", async () => {
    const { model, asked, now } = source(100);
    const costs = await passCosts(model, [7, 8], now, 3);
    expect(costs).toEqual([Number.NaN, 1, 2, 3]);
    expect(asked).toHaveLength(2 * 3 * 9);
    expect(asked.slice(0, 6)).toEqual([
      { ids: [7, 8], rows: 1 },
      { ids: [7, 8, 7], rows: 1 },
      { ids: [7, 8], rows: 1 },
      { ids: [7, 8, 7, 7], rows: 2 },
      { ids: [7, 8], rows: 1 },
      { ids: [7, 8, 7, 7, 7], rows: 3 },
    ]);
  });
  test("are known up to the positions of the model only", async () => {
    const { model, now } = source(4);
    expect(await passCosts(model, [7, 8], now, 3)).toEqual([Number.NaN, 1, 2, Number.NaN]);
    const { model: wide, now: clock } = source(5);
    expect(await passCosts(wide, [7, 8], clock, 3)).toEqual([Number.NaN, 1, 2, 3]);
  });
  test("go up to twelve tokens unless told", async () => {
    const { model, now } = source(100);
    expect(MOST_ROWS).toBe(12);
    expect((await passCosts(model, [1], now)).slice(1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

test("a cost between whole numbers lies between its neighbours, beyond the ends it is theirs", () => {
  const costs = [Number.NaN, 2, 4, 10];
  expect([1, 1.5, 2, 2.25, 3].map((rows) => costOf(costs, rows))).toEqual([2, 3, 4, 5.5, 10]);
  expect([0, 0.5, -1, 3.5, 99].map((rows) => costOf(costs, rows))).toEqual([2, 2, 2, 10, 10]);
  expect(costOf([Number.NaN, 3], 1.5)).toBe(3);
});
