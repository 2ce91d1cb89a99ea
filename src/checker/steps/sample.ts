import { type Case, outOfReach } from "../plan/case.ts";
import { Interrupted, OutOfTokens } from "../process/ends.ts";
import type { Sequence } from "../process/run-end.ts";
import { runSeeds } from "../protocol/seeds.ts";
import type { StepContext } from "./context.ts";
import { loadWorld } from "./load-world.ts";

/** What to sample in a case. */
export interface Sampling {
  readonly algorithm: string;
  /** Names the run: its seeds come from the name. */
  readonly run: string;
  readonly count: number;
  readonly budget: number;
  readonly prompts: readonly (readonly number[])[];
  /** Seeds of their own, for repetitions. */
  readonly seeds?: readonly (number | null)[];
  readonly chunk?: number;
}

/** What came of it. */
export interface Sampled {
  readonly sequences: readonly Sequence[];
  readonly seeds: readonly (number | null)[];
  readonly calls: readonly [number, number];
  /** Why it ended before all sequences had come. */
  readonly ended?: { readonly kind: "refused" | "error" | "short"; readonly message: string };
}

const CHUNK = 32;

/**
 * One run of a case in the process at hand: of so many sequences as the budget has room for. Throws {@link OutOfTokens}
 * where that is none, and {@link Interrupted} where somebody ended the check.
 */
export async function sample(context: StepContext, at: Case, sampling: Sampling): Promise<Sampled> {
  const { bench, hello, master, meter, signal } = context;
  const { algorithm, run, budget, prompts, chunk = CHUNK } = sampling;
  if (signal?.aborted) throw new Interrupted();
  const seeds = sampling.seeds ?? runSeeds(master, at.name, run, sampling.count);
  const refused = (message: string): Sampled => ({
    sequences: [],
    seeds,
    calls: [0, 0],
    ended: { kind: "refused", message },
  });
  const beyond = outOfReach(hello, at);
  if (beyond !== undefined) return refused(beyond);
  const adapter = await bench.adapter();
  const refusal = await loadWorld(adapter, hello, at);
  if (refusal !== undefined) return refused(refusal);
  const count = meter.allowed(sampling.count, budget, prompts.length);
  if (count === 0) throw new OutOfTokens();
  const sequences: Sequence[] = [];
  const { lookahead, temperature, stops, processors } = at;
  const end = await adapter.run(
    {
      run: `${at.name}/${algorithm}/${run}`,
      world: at.file.name,
      algorithm,
      count,
      seed: seeds.slice(0, count),
      lookahead,
      budget,
      temperature,
      stops,
      prompts,
      processors,
      chunk,
    },
    (sequence) => {
      sequences.push(sequence);
      meter.spend(sequence.tokens.length);
    },
  );
  const { calls } = end;
  const tokens = sequences.reduce((sum, sequence) => sum + sequence.tokens.length, 0);
  if (algorithm === context.algorithm) meter.count(calls, tokens);
  if (end.kind === "refused" || end.kind === "error")
    return { sequences, seeds, calls, ended: { kind: end.kind, message: end.message } };
  if (end.received < count || end.announced !== count) {
    const message = `${end.received} sequences came and ${end.announced} were announced, ${count} were asked for`;
    return { sequences, seeds, calls, ended: { kind: "short", message } };
  }
  return { sequences, seeds, calls };
}
