import type { Row } from "./row.ts";

/** What may stand in a column of an experiment's rows. */
export interface Column {
  /** In words, for a refusal. */
  readonly expected: string;
  /** May rows lack it? */
  readonly optional?: boolean;
  accepts(value: unknown): boolean;
}

/** The columns of an experiment's rows, by name, beside those of the grid. */
export type Columns = Readonly<Record<string, Column>>;

/** One of some texts. */
export function oneOf(...texts: readonly string[]): Column {
  return {
    expected: `one of ${texts.map((text) => `"${text}"`).join(", ")}`,
    accepts: (value) => texts.includes(value as string),
  };
}

const FRACTION = /^-?\d+(\/[1-9]\d*)?$/;

/** An exact fraction as text. */
export const fraction: Column = {
  expected: "a fraction as text",
  accepts: (value) => typeof value === "string" && FRACTION.test(value),
};

/** A finite number. */
export const number: Column = { expected: "a number", accepts: (value) => Number.isFinite(value) };

/** A share or chance, in doubles: rounding may leave it a little outside of [0, 1]. */
export const share: Column = {
  expected: "a number from 0 to 1",
  accepts: (value) => typeof value === "number" && value >= -1e-9 && value <= 1 + 1e-9,
};

/** Null where there is no such figure. */
export function orNull(column: Column): Column {
  return {
    ...column,
    expected: `${column.expected}, or null`,
    accepts: (value) => value === null || column.accepts(value),
  };
}

/** A column that some rows have. */
export function sometimes(column: Column): Column {
  return { ...column, optional: true };
}

/** The same kind of column under several names. */
export function each(names: readonly string[], column: Column): Columns {
  return Object.fromEntries(names.map((name) => [name, column]));
}

/** What is wrong with the fields of a row, as what was found and what was expected; undefined where nothing is. */
export function wrongField(
  { columns }: { readonly columns: Columns },
  row: Row,
): { found: string; expected: string } | undefined {
  for (const [name, { accepts, expected, optional }] of Object.entries(columns)) {
    if (Object.hasOwn(row, name) ? accepts(row[name]) : optional === true) continue;
    const found = Object.hasOwn(row, name) ? `"${name}": ${JSON.stringify(row[name])}` : `no "${name}"`;
    return { found, expected: `"${name}", ${expected}` };
  }
  const foreign = Object.keys(row).find((name) => !Object.hasOwn(columns, name));
  return foreign === undefined
    ? undefined
    : { found: `the field "${foreign}"`, expected: "the columns of the experiment" };
}
