import { UsageError } from "../../system/usage.ts";
import { type Shard, WHOLE } from "./header.ts";

/** The shard that a text as `2/8` names, of an experiment of so many points; the whole without a text. */
export function shardOf(text: string | undefined, points: number): Shard {
  if (text === undefined) return WHOLE;
  const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > count) {
    throw new UsageError(`found --shard "${text}", expected i/n with i from 1 to n, as 2/8`);
  }
  if (count > points) throw new UsageError(`found --shard "${text}", expected at most ${points} shards: one a point`);
  return { index, count };
}
