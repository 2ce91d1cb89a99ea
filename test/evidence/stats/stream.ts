import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Uniform } from "../../../src/evidence/stats/draw-counts.ts";

/** A stream of uniform numbers with a fixed seed. */
export const stream = (seed: number): Uniform => {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
};

/** As many results as asked for. */
export const repeat = <A>(times: number, once: () => A): A[] => Array.from({ length: times }, once);
