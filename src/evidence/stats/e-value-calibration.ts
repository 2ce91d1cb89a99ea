import { logMeanExp } from "./log-mean-exp.ts";

/**
 * Is the mean of e-values, given as logarithms from independent runs on the right law, at most 1?
 *
 * If so, the average of $\prod_i (1 - f + f E_i)$ over stakes $f$ is an e-value itself, and its inverse a p-value. It
 * has no stated power: a mean above 1 may sit in values too rare to be met, so a large p-value only says that none was
 * met.
 */
export function eValueCalibration(logs: readonly number[]): EValueCalibration {
  if (logs.length === 0) throw new RangeError("e-values: found none, expected at least 1");
  const mean = logs.reduce((sum, log) => sum + Math.exp(log), 0) / logs.length;
  const products = stakes.map((stake) =>
    logs.reduce((sum, log) => sum + Math.log(1 - stake + stake * Math.exp(log)), 0),
  );
  return { runs: logs.length, mean, pValue: Math.min(1, Math.exp(-logMeanExp(products))) };
}

/** What repeated runs on the right law say about e-values: their mean should be at most 1. */
export interface EValueCalibration {
  readonly runs: number;
  readonly mean: number;
  /** Small when the mean cannot be 1 or less. */
  readonly pValue: number;
}

/** The shares of the capital that are bet on every e-value. */
const stakes: readonly number[] = [1 / 2, 1 / 4, 1 / 8, 1 / 16];
