import type { Algorithm } from "../algorithms/algorithm.ts";
import { stream } from "../handlers/random.ts";
import { sampleMany } from "../handlers/sample-many.ts";
import type { DecidableField } from "../num/field.ts";
import type { World } from "../worlds/world.ts";

/** Generations drawn from one random stream; the streams are named, so that chunks can be drawn anywhere in any order. */
export const CHUNK = 20_000;

/** How often an algorithm generated each sequence of at most `horizon` tokens, in one chunk of its samples. */
export const sampledChunk = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  horizon: number,
  seed: number,
  chunk: number,
  samples: number,
): Map<string, number> => {
  const random = stream(seed, `${world.name}/${algorithm.id}/${chunk}`);
  const generateOnce = sampleMany(field, world, algorithm, horizon);
  const counts = new Map<string, number>();
  for (let i = 0; i < samples; i++) {
    const key = generateOnce(random).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** The counts of `samples` generations, chunk by chunk. */
export const sampledLaw = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  horizon: number,
  seed: number,
  samples: number,
): Map<string, number> => {
  const total = new Map<string, number>();
  for (let chunk = 0; chunk * CHUNK < samples; chunk++) {
    const size = Math.min(CHUNK, samples - chunk * CHUNK);
    for (const [key, count] of sampledChunk(field, world, algorithm, horizon, seed, chunk, size)) {
      total.set(key, (total.get(key) ?? 0) + count);
    }
  }
  return total;
};
