import { type Dist, weightsOf } from "../../../core/law/dist.ts";
import { MissingRow } from "../../../core/models/missing-row.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import { type Rational, rational } from "../../../core/num/rational.ts";
import type { OracleRow } from "./oracle.ts";

/** The row that is surely `number`. */
export function pointRow(size: number, number: number): OracleRow {
  return Array.from({ length: size }, (_, at) => (at === number ? "1" : "0"));
}

/**
 * A law as a row. The proved functions are total: they also ask for contexts that no run reaches, where a model may have
 * no row; there any law will do, and the answer is surely `otherwise`. A run that needs the row stops at the missing row.
 */
export function rowOf<A>(
  law: () => Dist<Rational, A>,
  size: number,
  number: (value: A) => number,
  otherwise: number,
): OracleRow {
  try {
    const known = law();
    const weights = weightsOf(known);
    const row: string[] = new Array(size).fill("0");
    known.support.forEach((value, at) => {
      row[number(value)] = rational.print(itemAt(weights, at));
    });
    return row;
  } catch (error) {
    if (error instanceof MissingRow) return pointRow(size, otherwise);
    throw error;
  }
}

/** The point mass on the likeliest token of a row's law, ties to the first in `order`. */
export function likeliestRow(
  row: OracleRow,
  weight: (number: number) => Rational,
  order: readonly number[],
): OracleRow {
  const best = order.reduce((first, x) => (rational.compare(weight(x), weight(first)) > 0 ? x : first));
  return pointRow(row.length, best);
}
