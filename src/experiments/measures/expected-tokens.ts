import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { begin, oneRound } from "../../core/decode/position.ts";
import { roundKey } from "../../core/handlers/generation-law.ts";
import { lawOf } from "../../core/handlers/law-of.ts";
import { type DecidableField, sum } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";

/** The expected number of tokens that one round emits at the world's prompt, by enumerating it. */
export function expectedTokens<W, S>(field: DecidableField<W>, world: World<W>, algorithm: Algorithm<S>): W {
  const round = oneRound(world, algorithm, begin(world, algorithm));
  const { outcomes } = lawOf(field, round, (result) => roundKey(world, algorithm, result));
  const terms = [...outcomes.values()].map(({ value, weight }) =>
    field.mul(weight, field.ratio(BigInt(value.emitted.length), 1n)),
  );
  return sum(field, terms);
}
