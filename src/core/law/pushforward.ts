import type { Field } from "../num/field.ts";
import { type Dist, dist } from "./dist.ts";

/**
 * The law of `map(x)` for x ~ `law`; values mapped to `undefined` lose their mass.
 *
 * @example
 * const law = pushforward(float64, dist(float64, [1, 2, 3], [0.25, 0.25, 0.5]), (n) => n % 2);
 * [law.weight(0), law.weight(1)]; // → [0.25, 0.75]
 */
export function pushforward<W, A, B>(field: Field<W>, law: Dist<W, A>, map: (value: A) => B | undefined): Dist<W, B> {
  const weights = new Map<B, W>();
  for (const value of law.support) {
    const image = map(value);
    if (image === undefined) continue;
    const before = weights.get(image);
    weights.set(image, before === undefined ? law.weight(value) : field.add(before, law.weight(value)));
  }
  return dist(field, [...weights.keys()], [...weights.values()]);
}
