import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { stream } from "../../../core/handlers/random.ts";
import { sampleMany } from "../../../core/handlers/sample-many.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";

/** Generations drawn from one random stream; the streams are named, so that chunks can be drawn anywhere in any order. */
export const CHUNK = 20_000;

/** What is sampled: so many generations of at most `horizon` tokens. */
export interface SamplingPlan {
  readonly horizon: number;
  readonly seed: number;
  readonly samples: number;
}

/** The number of chunks that so many samples make. */
export function chunksOf({ samples }: SamplingPlan): number {
  return Math.ceil(samples / CHUNK);
}

/**
 * How often an algorithm generated each sequence, in the chunks from `first` to before `end` of a plan. Chunks share what
 * the sampler records of the program, and no random number, so that sums of parts are the whole, wherever they were drawn.
 */
export function sampledChunks<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  { horizon, seed, samples }: SamplingPlan,
  first: number,
  end: number,
): Map<string, number> {
  const generateOnce = sampleMany(field, world, algorithm, horizon);
  // Most equal generations are one and the same list, and that is cheaper to find than a joined text.
  const lists = new Map<readonly number[], number>();
  for (let chunk = first; chunk < end; chunk++) {
    const random = stream(seed, `${world.name}/${algorithm.id}/${chunk}`);
    const size = Math.min(CHUNK, samples - chunk * CHUNK);
    for (let i = 0; i < size; i++) {
      const list = generateOnce(random);
      lists.set(list, (lists.get(list) ?? 0) + 1);
    }
  }
  return addCounts([...lists].map(([list, count]): [string, number] => [list.join(), count]));
}

/** The counts of all chunks. */
export function sampledLaw<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  horizon: number,
  seed: number,
  samples: number,
): Map<string, number> {
  const plan = { horizon, seed, samples };
  return sampledChunks(field, world, algorithm, plan, 0, chunksOf(plan));
}

/** Adds up counts by their names. */
export function addCounts(counts: Iterable<readonly [string, number]>): Map<string, number> {
  const total = new Map<string, number>();
  for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0) + count);
  return total;
}
