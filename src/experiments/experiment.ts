import type { Random } from "../core/handlers/sample.ts";
import type { Columns } from "./columns.ts";
import type { Point, Row, Value } from "./row.ts";

export type { Point, Row, Value } from "./row.ts";

/** An experiment is data: the points of a grid, and a function from a point to a row. */
export interface Experiment {
  readonly name: string;
  /** The question it answers, in one sentence. */
  readonly question: string;
  readonly points: readonly Point[];
  /** The seed unless the command line gives another. */
  readonly seed: number;
  /** What a row holds: rows that a file brings are believed only as far as they hold it. */
  readonly columns: Columns;
  /**
   * The row of a point. Its randomness is a stream of its own, named by the point, so that rows do not depend on which
   * others were made before, by whom, or where.
   */
  row(point: Point, random: Random): Row | Promise<Row>;
}

/** All combinations of the values of some axes, the last axis fastest. */
export function grid<const A extends Readonly<Record<string, readonly Value[]>>>(
  axes: A,
): { readonly [K in keyof A]: A[K][number] }[] {
  let points: Record<string, Value>[] = [{}];
  for (const [name, values] of Object.entries(axes)) {
    points = points.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
  }
  return points as { readonly [K in keyof A]: A[K][number] }[];
}

/** An experiment whose row function knows the types of its axes. */
export function experiment<P extends Point>(parts: {
  readonly name: string;
  readonly question: string;
  readonly points: readonly P[];
  readonly seed: number;
  readonly columns: Columns;
  row(point: P, random: Random): Row | Promise<Row>;
}): Experiment {
  return { ...parts, row: (point, random) => parts.row(point as P, random) };
}
