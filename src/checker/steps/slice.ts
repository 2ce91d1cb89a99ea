import type { Case } from "../plan/case.ts";
import { MOST_SEQUENCES } from "../protocol/messages.ts";
import { runSeeds } from "../protocol/seeds.ts";
import type { StepContext } from "./context.ts";
import type { Sampling } from "./sample.ts";

/** Sequences of one case before the next one has its turn. */
export const SLICE = 64;

/**
 * The runs of one slice of a case: budgets in turn, prompts as a batch where the engine has batches, one after another
 * where it has none. In every second slice of a batch only the first row is seeded.
 */
export function sliceRuns(
  { hello, algorithm, master }: Pick<StepContext, "hello" | "algorithm" | "master">,
  { name, budgets, prompts }: Case,
  slice: number,
  sequences: number,
): Sampling[] {
  const batched = prompts.length <= hello.maxBatch;
  const groups = batched ? [prompts] : prompts.map((prompt) => [prompt]);
  // Without batches, prompts follow one another closely, so that what survives a call meets another prompt.
  const visits = budgets.flatMap((budget) => groups.map((group) => ({ budget, group })));
  const turns = batched ? 1 : 4;
  const width = groups[0]?.length ?? 1;
  const each = Math.max(width, Math.floor(sequences / visits.length / turns / width) * width);
  return Array.from({ length: turns }, (_, turn) => turn).flatMap((turn) =>
    visits.map(({ budget, group }, visit): Sampling => {
      const run = `slice-${slice}-${turn}-${visit}`;
      const count = Math.min(each, MOST_SEQUENCES);
      const seeds = runSeeds(master, name, run, count);
      const unseeded = width > 1 && slice % 2 === 1;
      return {
        algorithm,
        run,
        count,
        budget,
        prompts: group,
        seeds: unseeded ? seeds.map((seed, at) => (at % width === 0 ? seed : null)) : seeds,
      };
    }),
  );
}
