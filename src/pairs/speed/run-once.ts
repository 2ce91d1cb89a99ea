import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { generateSuspended } from "../../core/handlers/generate-suspended.ts";
import { stream } from "../../core/handlers/random.ts";
import type { Sampling } from "../../core/models/sampling-law.ts";
import { float64 } from "../../core/num/float64.ts";
import type { Text } from "../../core/vocab/text.ts";
import type { OpenPair } from "../model-files/open-pair.ts";

/** One generation, timed. The first round reads the prompt; figures per token are of the rounds after it. */
export interface Run {
  readonly tokens: readonly number[];
  readonly ttftMilliseconds: number;
  /** Of the tokens after the first round; 0 where there are none. */
  readonly millisecondsPerToken: number;
  readonly rounds: number;
  /** How many drafts each round accepted. */
  readonly accepted: readonly number[];
  readonly targetPasses: number;
  readonly drafterPasses: number;
  /** New tokens that the target read after the first round, a pass. */
  readonly rowsPerPass: number;
}

/** What is run: an algorithm, how far it drafts, and the law. */
export interface Setting {
  readonly algorithm: Algorithm;
  readonly lookahead: number;
  readonly sampling: Sampling;
}

export async function runOnce(
  pair: OpenPair,
  { algorithm, lookahead, sampling }: Setting,
  prompt: Text,
  budget: number,
  seed: number,
  now: () => number,
): Promise<Run> {
  const { target, drafter } = pair;
  target.source.reset();
  drafter.opened?.source.reset();
  const world = pair.world(prompt, lookahead, sampling);
  const passes = () => ({
    target: target.source.passes,
    drafter: drafter.opened?.source.passes ?? 0,
    rows: target.source.rowsRead,
  });
  const before = passes();
  let after = before;
  const tokens: number[] = [];
  const accepted: number[] = [];
  let [first, firstTokens] = [0, 0];
  const start = now();
  for await (const added of generateSuspended(world, float64, algorithm, stream(seed, algorithm.id), {
    budget,
    stops: target.stops,
  })) {
    if (accepted.length === 0) {
      first = now() - start;
      firstTokens = added.tokens.length;
      after = passes();
    }
    tokens.push(...added.tokens);
    accepted.push(added.accepted);
  }
  const whole = now() - start;
  const end = passes();
  return {
    tokens,
    ttftMilliseconds: first,
    millisecondsPerToken: tokens.length > firstTokens ? (whole - first) / (tokens.length - firstTokens) : 0,
    rounds: accepted.length,
    accepted,
    targetPasses: end.target - before.target,
    drafterPasses: end.drafter - before.drafter,
    rowsPerPass: (end.rows - after.rows) / Math.max(1, end.target - after.target),
  };
}
