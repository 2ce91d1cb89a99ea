import { at as itemAt } from "../../core/num/at.ts";
import { requireLaw, requireWhole } from "./refusals.ts";

/** How often each outcome comes in so many independent draws from a law. */
export function drawCounts(law: readonly number[], samples: number, uniform: Uniform): number[] {
  requireWhole(samples, 0, "samples");
  const draw = outcomes(law, uniform);
  const counts = law.map(() => 0);
  for (let i = 0; i < samples; i++) {
    const outcome = draw();
    counts[outcome] = itemAt(counts, outcome) + 1;
  }
  return counts;
}

/** A stream of random numbers, uniform in $[0, 1)$. Whoever draws is given one: nothing here makes its own. */
export type Uniform = () => number;

/**
 * Draws outcomes of a law one by one, by inversion: the first outcome at which the cumulated law exceeds the uniform
 * number.
 */
export function outcomes(law: readonly number[], uniform: Uniform): () => number {
  requireLaw(law);
  const cumulated = new Float64Array(law.length);
  let sum = 0;
  law.forEach((p, i) => {
    sum += p;
    cumulated[i] = sum;
  });
  return () => {
    const at = uniform() * sum;
    let low = 0;
    let high = law.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (itemAt(cumulated, middle) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
