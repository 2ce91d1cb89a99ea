import { at } from "../../core/num/at.ts";
/** How some counts are spread: quartiles are values that occur (nearest rank), the deviation is that of the population. */
export interface Spread<N extends number | bigint> {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  readonly min: N;
  readonly quartiles: readonly [N, N, N];
  /** Nine in ten are at most this. */
  readonly ninetieth: N;
  readonly max: N;
}

/** The spread of at least one value; undefined for none. */
export function spread<N extends number | bigint>(values: readonly N[]): Spread<N> | undefined {
  const sorted = values.slice().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const { length } = sorted;
  if (length === 0) return undefined;
  const rank = (share: number): N => at(sorted, Math.max(0, Math.ceil(share * length) - 1));
  const mean = sorted.reduce((total, value) => total + Number(value), 0) / length;
  const variance = sorted.reduce((total, value) => total + (Number(value) - mean) ** 2, 0) / length;
  return {
    count: length,
    mean,
    deviation: Math.sqrt(variance),
    min: rank(0),
    quartiles: [rank(0.25), rank(0.5), rank(0.75)],
    ninetieth: rank(0.9),
    max: rank(1),
  };
}
