import type { Field } from "../num/field.ts";
import { type Dist, dist } from "./dist.ts";
import { normalise } from "./normalise.ts";

/**
 * The law $\mathrm{norm}(p \cdot keep)$: draw $x \sim p$, keep it with probability $keep(x)$, else draw again.
 *
 * Handlers of exact laws normalise; one that draws runs the loop, and asks for $keep$ only where $p$ was drawn. The
 * expected number of draws is $1 / \sum_x p(x)\,keep(x)$.
 */
export class Thinned<W, A> implements Dist<W, A> {
  readonly base: Dist<W, A>;
  readonly keep: (value: A) => W;
  readonly #field: Field<W>;
  #law: Dist<W, A> | undefined;

  constructor(field: Field<W>, base: Dist<W, A>, keep: (value: A) => W) {
    this.#field = field;
    this.base = base;
    this.keep = keep;
  }
  #force(): Dist<W, A> {
    const { base, keep } = this;
    const field = this.#field;
    const { support } = base;
    this.#law ??= normalise(
      field,
      dist(
        field,
        support,
        support.map((x) => field.mul(base.weight(x), keep(x))),
      ),
    );
    return this.#law;
  }
  get support(): readonly A[] {
    return this.#force().support;
  }
  weight(value: A): W {
    return this.#force().weight(value);
  }
}

/**
 * The law of a value drawn from `base` again and again until `keep` lets it stay.
 *
 * @example
 * const law = thinned(float64, dist(float64, ["a", "b"], [0.5, 0.5]), (x) => (x === "a" ? 0.25 : 0.75));
 * law.weight("a"); // → 0.25
 */
export function thinned<W, A>(field: Field<W>, base: Dist<W, A>, keep: (value: A) => W): Dist<W, A> {
  return new Thinned(field, base, keep);
}
