import { describe, expect, test } from "vitest";
import { difference, type Emission, emissionsOf, wordsOnly } from "../../../../src/evidence/tiers/oracle/difference.ts";
import { ratio } from "../../../support/toy-world.ts";

const emission = (word: readonly number[], weight: string, accepted?: number): Emission => ({
  word,
  accepted,
  weight: ratio(weight),
});

test("an answer as emissions, and without its accepted counts", () => {
  const law = emissionsOf([
    { word: [0, 1], weight: "2/3", accepted: 1 },
    { word: [2], weight: "1/3" },
  ]);
  expect(law).toEqual([emission([0, 1], "2/3", 1), emission([2], "1/3")]);
  expect(wordsOnly(law)).toEqual([emission([0, 1], "2/3"), emission([2], "1/3")]);
});

describe("the difference of two laws", () => {
  const law = [emission([0], "1/2", 1), emission([1, 0], "1/3", 2), emission([1], "1/6", 0)];

  test("is none where all weights agree, in any order and in parts", () => {
    expect(difference(law, law.toReversed())).toBeUndefined();
    expect(difference([emission([0], "1/4"), emission([0], "1/4")], [emission([0], "1/2")])).toBeUndefined();
    expect(difference([emission([0], "0")], [])).toBeUndefined();
  });

  test("is where they are farthest apart, whichever has more; the first of several", () => {
    const found = [emission([0], "1/3", 1), emission([1, 0], "7/12", 2), emission([1], "1/12", 0)];
    expect(difference(law, found)).toEqual({ word: [1, 0], accepted: 2, proved: ratio("1/3"), found: ratio("7/12") });
    expect(difference(found, law)).toMatchObject({ word: [1, 0], proved: ratio("7/12"), found: ratio("1/3") });
    expect(
      difference([emission([0], "1"), emission([1], "0")], [emission([0], "0"), emission([1], "1")])?.word,
    ).toEqual([0]);
  });

  test("counts what only one of them says", () => {
    expect(difference([], [emission([3], "1/5")])).toMatchObject({
      word: [3],
      proved: ratio("0"),
      found: ratio("1/5"),
    });
    expect(difference([emission([3], "1/5")], [])).toMatchObject({ proved: ratio("1/5"), found: ratio("0") });
  });

  test("tells words apart by where their tokens end, and by the accepted count", () => {
    expect(difference([emission([1, 2], "1")], [emission([12], "1")])?.word).toEqual([1, 2]);
    expect(difference([emission([0], "1", 0)], [emission([0], "1", 1)])).toMatchObject({
      accepted: 0,
      found: ratio("0"),
    });
  });
});
