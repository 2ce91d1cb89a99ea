import { at } from "../core/num/at.ts";
import { addCounts, chunksOf, type SamplingPlan } from "../evidence/tiers/statistics/sampled-law.ts";
import type { SamplingTask } from "./sampling-worker.ts";
import type { Pool } from "./threads/pool.ts";

/** The threads that sample. */
export type SamplingPool = Pool<SamplingTask, [string, number][]>;

/** The counts of all chunks of a plan, each thread drawing its share: the same for any number of threads. */
export async function sampleInThreads(
  pool: SamplingPool,
  row: Pick<SamplingTask, "file" | "lookahead" | "algorithm">,
  plan: SamplingPlan,
): Promise<Map<string, number>> {
  const chunks = chunksOf(plan);
  const bounds = Array.from({ length: pool.size + 1 }, (_, share) => Math.floor((share * chunks) / pool.size));
  const shares = bounds
    .slice(1)
    .map((end, share) => ({ ...row, plan, first: at(bounds, share), end }))
    .filter(({ first, end }) => first < end);
  const counts = await Promise.all(shares.map((share) => pool.ask(share)));
  return addCounts(counts.flat());
}
