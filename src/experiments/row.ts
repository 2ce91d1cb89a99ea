/** What a column of a table of results can hold. */
export type Value = string | number | boolean | null;

/** One place of a grid: the value of each axis, by name. */
export type Point = Readonly<Record<string, Value>>;

/** What was found at a point. Estimates carry their interval beside them; a row says how it was made. */
export type Row = Readonly<Record<string, Value>>;
