import { describe, expect, test } from "vitest";
import { stream } from "../../src/core/handlers/random.ts";
import { fraction, number, orNull, share, wrongField } from "../../src/experiments/columns.ts";
import type { Experiment, Point } from "../../src/experiments/experiment.ts";
import { experiments } from "../../src/experiments/registry.ts";
import { lineOf } from "../../src/experiments/run/read-rows.ts";

/** What a file brings back of a row. */
const inFile = (experiment: Experiment, at: number, row: Awaited<ReturnType<Experiment["row"]>>) => {
  const { at: _, ...fields } = JSON.parse(lineOf(experiment, at, row));
  const point = experiment.points[at] as Point;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in point))) as typeof row;
};

/** The first point, and the first with the other columns where there are some. */
const cheap = (experiment: Experiment): number[] => {
  const sampled = experiment.points.findIndex(({ size }) => size === 128);
  return sampled < 0 ? [0] : [0, sampled];
};

describe("every experiment's rows hold what its columns say", () => {
  test.each(experiments.map((experiment) => [experiment.name, experiment] as const))("%s", async (_, experiment) => {
    for (const at of cheap(experiment)) {
      const row = await experiment.row(experiment.points[at] as Point, stream(1, "columns"));
      expect(wrongField(experiment, inFile(experiment, at, row))).toBeUndefined();
      for (const name of Object.keys(row)) {
        const { [name]: _, ...rest } = row;
        const needed = experiment.columns[name]?.optional !== true;
        expect([name, wrongField(experiment, rest) !== undefined]).toEqual([name, needed]);
        expect(wrongField(experiment, { ...row, [name]: "\u001b[2K" })?.found).toBe(`"${name}": "\\u001b[2K"`);
      }
      const axis = Object.keys(experiment.points[0] as Point).find((name) => Object.hasOwn(experiment.columns, name));
      expect(axis).toBeUndefined();
    }
  });
});

test("what columns accept", () => {
  const accepted = (column: typeof number, values: readonly unknown[]) =>
    values.filter((value) => column.accepts(value));
  expect(accepted(number, [0, -1.5, Number.NaN, "1", null])).toEqual([0, -1.5]);
  expect(accepted(share, [0, 1, 1.1, -0.1, "1", true])).toEqual([0, 1]);
  expect(accepted(fraction, ["0", "-3/4", "1/0", "0.5", 1, "1/2 "])).toEqual(["0", "-3/4"]);
  expect(accepted(orNull(share), [null, 0.5, undefined])).toEqual([null, 0.5]);
});
