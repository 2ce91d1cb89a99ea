/** The arithmetic a program may use on weights: an ordered field without subtraction, negation or comparison. */
export interface Field<W> {
  readonly zero: W;
  readonly one: W;
  /** The exact ratio `numerator / denominator` of two whole numbers, denominator positive. */
  ratio(numerator: bigint, denominator: bigint): W;
  add(a: W, b: W): W;
  mul(a: W, b: W): W;
  /** `a / b`; defined only where `b` is not zero. */
  div(a: W, b: W): W;
  /** Truncated difference: $\max(0, a - b)$. */
  monus(a: W, b: W): W;
  min(a: W, b: W): W;
}

/** A sum that many weights are added to, one after another. */
export interface Accumulator<W> {
  add(weight: W): void;
  total(): W;
}

/** A field whose weights can be compared: what handlers and laws need, and programs must not use. */
export interface DecidableField<W> extends Field<W> {
  /** A sum that starts with one weight. */
  accumulator(first: W): Accumulator<W>;
  isZero(a: W): boolean;
  equal(a: W, b: W): boolean;
  /** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
  compare(a: W, b: W): number;
  /** The nearest double. */
  toNumber(a: W): number;
  /** A text that determines the weight; rationals print reduced: `0`, `1`, `3/10`. */
  print(a: W): string;
}

/** Adds up in a field as it goes: the accumulator of fields in which addition is cheap. */
export function runningSum<W>(field: Field<W>, first: W): Accumulator<W> {
  let total = first;
  return {
    add: (weight) => {
      total = field.add(total, weight);
    },
    total: () => total,
  };
}

/**
 * The sum of `weights`; zero when there are none.
 *
 * @example
 * sum(float64, [0.25, 0.25, 0.5]); // → 1
 */
export function sum<W>(field: Field<W>, weights: Iterable<W>): W {
  let total = field.zero;
  for (const weight of weights) total = field.add(total, weight);
  return total;
}
