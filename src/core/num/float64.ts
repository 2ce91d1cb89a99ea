import { type DecidableField, runningSum } from "./field.ts";

/**
 * Weights as IEEE doubles: fast, inexact; for sampling and real models, never for a verdict of equality.
 *
 * @example
 * float64.monus(0.25, 0.5); // → 0
 */
export const float64: DecidableField<number> = {
  zero: 0,
  one: 1,
  ratio: (numerator, denominator) => Number(numerator) / Number(denominator),
  add: (a, b) => a + b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  monus: (a, b) => (a > b ? a - b : 0),
  min: Math.min,
  accumulator: (first) => runningSum(float64, first),
  isZero: (a) => a === 0,
  equal: (a, b) => a === b,
  compare: (a, b) => a - b,
  toNumber: (a) => a,
  print: (a) => String(a),
};
