import fc from "fast-check";
import { at as itemAt } from "../core/num/at.ts";
import { rational } from "../core/num/rational.ts";
import { MOST_WORDS } from "./vocabularies.ts";
import type { LawFile } from "./world-file.ts";

/** A law before the vocabulary is known: one small whole number for each word of T ∪ D, the stop token's last. */
export type Weights = readonly number[];

/** Room for every word and the stop token. */
export const MOST_WEIGHTS = MOST_WORDS + 1;

const weightsOf = (weight: fc.Arbitrary<number>): fc.Arbitrary<Weights> =>
  fc.array(weight, { minLength: MOST_WEIGHTS, maxLength: MOST_WEIGHTS });

/** Laws with many zeros and ties, point masses, uniform ones, and uneven ones. */
export function anyWeights(): fc.Arbitrary<Weights> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: weightsOf(fc.nat({ max: 3 })) },
    { weight: 1, arbitrary: weightsOf(fc.constant(1)) },
    {
      weight: 1,
      arbitrary: fc
        .nat({ max: MOST_WEIGHTS - 1 })
        .map((at) => Array.from({ length: MOST_WEIGHTS }, (_, i) => +(i === at))),
    },
    { weight: 1, arbitrary: weightsOf(fc.nat({ max: 40 })) },
  );
}

/** A label and the place of its weight. */
export interface Placed {
  readonly label: string;
  readonly place: number;
}

/** The law of the labels with weights at their places; all zero becomes a point mass on the first label. */
export function lawFile(labels: readonly Placed[], weights: Weights): LawFile {
  const at = labels.map(({ place }) => weights[place] ?? 0);
  const total = at.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return { [itemAt(labels, 0).label]: "1" };
  const law: Record<string, string> = {};
  labels.forEach(({ label }, i) => {
    if (at[i] !== 0) law[label] = rational.print(rational.ratio(BigInt(itemAt(at, i)), BigInt(total)));
  });
  return law;
}

/** A law over the given labels. */
export function anyLaw(labels: readonly string[]): fc.Arbitrary<LawFile> {
  return anyWeights().map((weights) =>
    lawFile(
      labels.map((label, place) => ({ label, place })),
      weights,
    ),
  );
}
