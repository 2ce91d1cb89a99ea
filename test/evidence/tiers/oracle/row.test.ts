import { describe, expect, test } from "vitest";
import { dist } from "../../../../src/core/law/dist.ts";
import { MissingRow } from "../../../../src/core/models/missing-row.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { likeliestRow, pointRow, rowOf } from "../../../../src/evidence/tiers/oracle/row.ts";
import { ratio } from "../../../support/toy-world.ts";

test("a sure row", () => expect(pointRow(3, 1)).toEqual(["0", "1", "0"]));

describe("a law as a row", () => {
  const law = dist(rational, [5, 4], [ratio("1/3"), ratio("2/3")]);
  test("puts each value at its number, and nothing elsewhere", () => {
    expect(
      rowOf(
        () => law,
        3,
        (value) => value - 4,
        2,
      ),
    ).toEqual(["2/3", "1/3", "0"]);
  });
  test("is sure of the other number where a model has no row, and fails where something else fails", () => {
    const missing = () => {
      throw new MissingRow("target", "a");
    };
    const broken = () => {
      throw new TypeError("broken");
    };
    expect(rowOf(missing, 3, Number, 2)).toEqual(["0", "0", "1"]);
    expect(() => rowOf(broken, 3, Number, 2)).toThrow("broken");
  });
});

test("the likeliest token of a row, ties to the first in the given order", () => {
  const row = ["1/5", "2/5", "2/5"];
  const likeliest = (...order: number[]) => likeliestRow(row, (at) => ratio(row[at] as string), order);
  expect(likeliest(0, 1, 2)).toEqual(["0", "1", "0"]);
  expect(likeliest(2, 0, 1)).toEqual(["0", "0", "1"]);
});
