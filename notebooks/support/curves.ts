import { parseRational, rational } from "../../src/core/num/rational.ts";
import type { Row } from "../../src/experiments/experiment.ts";
import type { Point } from "../../src/pages/figures/lines.ts";
import { mean } from "./rows.ts";

const number = (row: Row, column: string): number | null => {
  const value = row[column];
  return typeof value === "number"
    ? value
    : typeof value === "string" && /^\d+(?:\/\d+)?$/.test(value)
      ? fraction(value)
      : null;
};

/** A reduced fraction, `3/10`, as the nearest double, however long its numbers are; NaN where it is none. */
export const fraction = (text: string): number => {
  const value = parseRational(text);
  return value === undefined ? Number.NaN : rational.toNumber(value);
};

/** The mean of a column over the rows at each value of an axis; with the mean interval where any of them was sampled. */
export const curve = (rows: readonly Row[], axis: string, column: string): Point[] => {
  const places = [...new Set(rows.map((row) => Number(row[axis])))].sort((a, b) => a - b);
  return places.flatMap((x): Point[] => {
    const here = rows.filter((row) => Number(row[axis]) === x);
    const of = (name: string): number[] => here.map((row) => number(row, name)).filter((value) => value !== null);
    const values = of(column);
    if (values.length === 0) return [];
    const [low, high] = [of(`${column} low`), of(`${column} high`)];
    return [{ x, y: mean(values), ...(low.length === 0 ? {} : { low: mean(low), high: mean(high) }) }];
  });
};

/** The mean of a column over some rows. */
export const meanOf = (rows: readonly Row[], column: string): number =>
  mean(rows.map((row) => number(row, column)).filter((value) => value !== null));

/** Where one curve first exceeds another, as the two neighbouring values of the axis; undefined where it never does. */
export const crossing = (a: readonly Point[], b: readonly Point[]): readonly [number, number] | undefined => {
  const above = (at: number): boolean => (a[at]?.y ?? 0) > (b[at]?.y ?? 0);
  const at = a.findIndex((_, i) => i > 0 && above(i) && !above(i - 1));
  return at < 0 ? undefined : [a[at - 1]?.x ?? 0, a[at]?.x ?? 0];
};
