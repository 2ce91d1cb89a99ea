import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { generate } from "../../../core/decode/generate.ts";
import { checkedSampler } from "../../../core/handlers/checked-sampler.ts";
import { stream } from "../../../core/handlers/random.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { SamplingPlan } from "./sampled-law.ts";

/**
 * How often an algorithm generated each sequence when it was simply run, again and again, in one world: for code that is not
 * trusted. Nothing is recorded or taken from an earlier run, so that what the code keeps to itself has its effect.
 */
export function sampledPlainly<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  { horizon, seed, samples }: SamplingPlan,
): Map<string, number> {
  const ask = checkedSampler(field, stream(seed, `${world.name}/${algorithm.id}/plainly`));
  const once = generate(world, algorithm, horizon);
  const counts = new Map<string, number>();
  for (let run = 0; run < samples; run++) {
    const name = once(ask).join();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
