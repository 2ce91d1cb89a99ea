import { expect } from "vitest";
import type { Deviation } from "../../../src/evidence/stats/deviation.ts";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { repeat, stream } from "./stream.ts";

/** `radius` and `tail` are inverse to one another above the median. */
export const expectInverse = (bound: Deviation): void => {
  for (const delta of [0.3, 1e-2, 1e-6]) expect(bound.tail(bound.radius(delta)) / delta).toBeCloseTo(1, 8);
};

/** The share of 1,000 empirical laws that stray by the radius of `delta` or more is at most `delta`, up to chance. */
export const expectCovers = (
  bound: Deviation,
  law: readonly number[],
  samples: number,
  distance: (counts: readonly number[]) => number,
  delta = 0.1,
): void => {
  const uniform = stream(51);
  const radius = bound.radius(delta);
  const strays = repeat(1000, () => distance(drawCounts(law, samples, uniform))).filter((d) => d >= radius).length;
  expect(strays / 1000).toBeLessThan(delta + 0.03);
};
