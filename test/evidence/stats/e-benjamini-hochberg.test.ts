import { describe, expect, it } from "vitest";
import { eBenjaminiHochberg } from "../../../src/evidence/stats/e-benjamini-hochberg.ts";
import { repeat, stream } from "./stream.ts";

describe("eBenjaminiHochberg", () => {
  it("takes the largest k with k E_(k) / m >= 1 / alpha", () => {
    expect(eBenjaminiHochberg([41, 1, 45, 2].map(Math.log), 0.05)).toEqual([0, 2]);
    expect(eBenjaminiHochberg([39, 1, 45, 2].map(Math.log), 0.05)).toEqual([]);
    expect(eBenjaminiHochberg([0.1, Infinity], 0.05)).toEqual([1]);
    expect(eBenjaminiHochberg([0, Math.log(4)], 0.5)).toEqual([1]);
  });

  it("keeps the mean share of false rejections below alpha even when all e-values are one and the same", () => {
    const uniform = stream(171);
    const share = repeat(1000, () => {
      const log = -Math.log(uniform()) / 2 - Math.log(2);
      return eBenjaminiHochberg(
        repeat(10, () => log),
        0.1,
      ).length > 0
        ? 1
        : 0;
    }).reduce((sum: number, wrong) => sum + wrong / 1000, 0);
    expect(share).toBeLessThan(0.1);
  });

  it("finds true faults", () => {
    expect(eBenjaminiHochberg([0, 0, 0, 8, 9], 0.05)).toEqual([3, 4]);
  });
});
