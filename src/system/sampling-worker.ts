import { algorithms } from "../core/algorithms/registry.ts";
import { MissingRow } from "../core/models/missing-row.ts";
import { float64 } from "../core/num/float64.ts";
import { rational } from "../core/num/rational.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import { worldInDoubles } from "../core/worlds/world-in-doubles.ts";
import { type SamplingPlan, sampledChunks } from "../evidence/tiers/statistics/sampled-law.ts";
import { readWorld } from "./files.ts";
import { replyWith } from "./threads/reply.ts";

/** Some chunks of one row's samples. */
export interface SamplingTask {
  readonly file: string;
  readonly lookahead: number;
  readonly algorithm: string;
  readonly plan: SamplingPlan;
  readonly first: number;
  readonly end: number;
}

// A thread that samples: a share of the chunks of one row, and its counts.
replyWith(({ file, lookahead, algorithm, plan, first, end }: SamplingTask): [string, number][] => {
  const chosen = algorithms.find(({ id }) => id === algorithm);
  if (chosen === undefined) throw new Error(`no algorithm "${algorithm}"`);
  const world = worldInDoubles({ ...readWorld(rational, file), lookahead });
  try {
    return [...sampledChunks(float64, world, chosen, plan, first, end)];
  } catch (error) {
    if (!(error instanceof MissingRow)) throw error;
    const where = `${file} at $.${error.side}.model.rows`;
    throw new BadInput(where, `no row for the context "${error.context}"`, 'one, or "otherwise"');
  }
});
