import { parseRational, type Rational, rational } from "../../src/core/num/rational.ts";
import type { Row } from "../../src/experiments/experiment.ts";
import { percent } from "../../src/pages/figures/text.ts";

/** A column that holds a reduced fraction, of whatever length. */
const exact = (row: Row, column: string): Rational => {
  const value = parseRational(String(row[column]));
  if (value === undefined) throw new Error(`${column} is ${row[column]}, not a fraction`);
  return value;
};

/** The sign of one column less another, as fractions. */
export const compare = (row: Row, a: string, b: string): number => rational.compare(exact(row, a), exact(row, b));

/** Whether one column never exceeds another, as fractions. */
export const always = (rows: readonly Row[], a: string, b: string): boolean =>
  rows.every((row) => compare(row, a, b) <= 0);

/** The share of the rows for which something holds, in percent. */
export const share = (rows: readonly Row[], holds: (row: Row) => boolean): string =>
  percent(rows.filter(holds).length / rows.length);
