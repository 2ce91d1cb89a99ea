import { type Dist, mass } from "../law/dist.ts";
import { normalise } from "../law/normalise.ts";
import { keeper, restrictBy } from "../law/restrict.ts";
import type { DecidableField } from "../num/field.ts";
import type { Token } from "../vocab/vocabulary.ts";
import { type LanguageModel, scoreByNext } from "./model.ts";

/**
 * The model conditioned on a set of tokens: $q'(x \mid c) = q(x \mid c) / \sum_{y : keep(y)} q(y \mid c)$.
 *
 * Where the set has no mass the conditioned law does not exist, and asking for it throws.
 */
export function restrictModel<W, V extends string>(
  field: DecidableField<W>,
  model: LanguageModel<W, V>,
  keep: (token: Token<V>) => boolean,
): LanguageModel<W, V> {
  const keeps = keeper(keep);
  const next = (context: readonly Token<V>[]): Dist<W, Token<V>> => {
    const kept = restrictBy(field, model.next(context), keeps);
    if (field.isZero(mass(field, kept))) throw new RangeError("the restricted law has no mass in this context");
    return normalise(field, kept);
  };
  return { ...model, next, score: scoreByNext(next) };
}
