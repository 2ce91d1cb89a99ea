import { describe, expect, it } from "vitest";
import { topCells } from "../../../src/evidence/stats/top-cells.ts";

describe("topCells", () => {
  const law = [0.1, 0.3, 0.05, 0.3, 0.2, 0.05];

  it("ranks by probability, ties by id, and gathers the rest", () => {
    expect([0, 1, 2, 3, 4, 5].map((token) => topCells(law, token, 4).cell)).toEqual([3, 0, 3, 1, 2, 3]);
    const coarse = topCells(law, 0, 4).law;
    expect(coarse.slice(0, 3)).toEqual([0.3, 0.3, 0.2]);
    expect(coarse[3]).toBeCloseTo(0.2, 14);
  });

  it("does not let the token choose the cut", () => {
    for (let token = 0; token < 6; token++) expect(topCells(law, token, 3).law).toEqual(topCells(law, 0, 3).law);
  });

  it("leaves spare cells empty", () => {
    expect(topCells([0.25, 0.75], 0, 4)).toEqual({ cell: 1, law: [0.75, 0.25, 0, 0] });
    expect(topCells([0.75, 0.25], 1, 4)).toEqual({ cell: 1, law: [0.75, 0.25, 0, 0] });
  });
});
