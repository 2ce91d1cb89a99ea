import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { algorithms } from "../../core/algorithms/registry.ts";
import { generateSuspended } from "../../core/handlers/generate-suspended.ts";
import { stream } from "../../core/handlers/random.ts";
import type { Sampling } from "../../core/models/sampling-law.ts";
import { float64 } from "../../core/num/float64.ts";
import type { Verdict } from "../../evidence/tiers/verdict.ts";
import { type OpenPair, readPrompt } from "./open-pair.ts";

/**
 * Greedy decoding makes no random choice: an algorithm is lossless there exactly when it gives the target's own tokens,
 * here on these prompts.
 */
export async function greedyIdentical(
  pair: OpenPair,
  algorithm: Algorithm,
  prompts: readonly { readonly name: string; readonly prompt: string }[],
  lookahead: number,
  budget: number,
  sampling: Sampling,
): Promise<Verdict> {
  const plain = algorithms.find(({ id }) => id === "autoregressive") as Algorithm;
  let tokens = 0;
  let different: string | undefined;
  for (const { name, prompt } of prompts) {
    const { text, room } = readPrompt(pair.target, prompt);
    const world = pair.world(text, lookahead, sampling);
    const decode = async (one: Algorithm): Promise<number[]> => {
      const found: number[] = [];
      const end = { budget: Math.min(budget, room), stops: pair.target.stops };
      for await (const added of generateSuspended(world, float64, one, stream(1, "greedy"), end))
        found.push(...added.tokens);
      return found;
    };
    const [expected, found] = [await decode(plain), await decode(algorithm)];
    tokens += expected.length;
    if (different === undefined && found.join() !== expected.join()) {
      different = `${name}: token ${expected.findIndex((token, at) => token !== found[at]) + 1} differs`;
    }
  }
  return {
    world: `${pair.target.name}/${pair.drafter.name}: ${prompts.length} prompts`,
    algorithm: algorithm.id,
    verdict: different === undefined ? "consistent" : "refuted",
    tier: "statistics",
    scope: `horizon ≤ ${budget}: greedy, on these prompts`,
    gap: null,
    acceptance: null,
    expectedTokens: null,
    contexts: prompts.length,
    samples: tokens,
    ...(different !== undefined && { why: different }),
  };
}
