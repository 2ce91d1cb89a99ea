import { describe, expect, it } from "vitest";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { tli } from "../../../../src/core/algorithms/tli.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import {
  addCounts,
  CHUNK,
  chunksOf,
  sampledChunks,
  sampledLaw,
} from "../../../../src/evidence/tiers/statistics/sampled-law.ts";
import { iid, toyWorld } from "../../../support/toy-world.ts";

const world = toyWorld(iid({ a: "1/4", b: "3/4" }), iid({ a: "1/2", b: "1/2" }));
const samples = CHUNK + 7;
const plan = { horizon: 2, seed: 5, samples };
const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

describe("sampledLaw", () => {
  it("counts every sample once, near its probability", () => {
    const counts = sampledLaw(rational, world, sd, 2, 5, samples);
    expect(sum(counts)).toBe(samples);
    // Four standard deviations of the rarest outcome, and the others have smaller ones in proportion.
    for (const [key, p] of Object.entries({ "0,0": 1 / 16, "0,1": 3 / 16, "1,0": 3 / 16, "1,1": 9 / 16 }))
      expect(Math.abs((counts.get(key) ?? 0) / samples / p - 1)).toBeLessThan(4 * Math.sqrt(16 / samples));
  });

  it("is the sum of its chunks, drawn in any order", () => {
    const last = sampledChunks(rational, world, sd, plan, 1, 2);
    const first = sampledChunks(rational, world, sd, plan, 0, 1);
    expect([sum(first), sum(last)]).toEqual([CHUNK, 7]);
    expect(addCounts([...last, ...first])).toEqual(sampledLaw(rational, world, sd, 2, 5, samples));
  });

  it("draws another stream for each seed and each algorithm", () => {
    const drawn = (seed: number, algorithm: typeof sd) => sampledLaw(rational, world, algorithm, 2, seed, 100);
    expect(drawn(5, sd)).toEqual(drawn(5, sd));
    expect(drawn(6, sd)).not.toEqual(drawn(5, sd));
    expect(drawn(5, tli)).not.toEqual(drawn(5, sd));
  });
});

describe("chunksOf", () => {
  it("counts a chunk that is not full", () =>
    expect([0, 1, CHUNK, CHUNK + 1].map((some) => chunksOf({ ...plan, samples: some }))).toEqual([0, 1, 1, 2]));
});
