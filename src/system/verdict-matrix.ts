import { printable } from "../core/vocab/printable.ts";
import { readable } from "./table.ts";
import { explain, type Row } from "./verdict-table.ts";

/** Signs in a row before a space. */
const GROUP = 10;
/** Names in one list. */
const MOST_NAMES = 4;

/** What became of an algorithm in a world where there is no row. */
export type Missing = "misfit" | "left out" | "refused" | "not reached";

const MISSING: Readonly<Record<Missing, string>> = {
  misfit: ".",
  "left out": "-",
  refused: "!",
  "not reached": " ",
};

/** The meanings of the signs, in the order in which a legend names them. */
const LEGEND: readonly (readonly [sign: string, meaning: string])[] = [
  ["+", "proved for every horizon"],
  ["*", "proved for all real laws"],
  ["h", "proved up to a horizon"],
  ["c", "consistent"],
  ["R", "refuted"],
  ["?", "unknown"],
  [".", "does not fit"],
  ["-", "left out"],
  ["!", "refused"],
];

/** The sign of a row in the matrix. */
export function signOf(row: Row | Missing): string {
  if (typeof row === "string") return MISSING[row];
  if (row.verdict !== "proved") return { refuted: "R", consistent: "c", unknown: "?" }[row.verdict];
  if (row.scope.startsWith("all real laws")) return "*";
  return row.scope.startsWith("every horizon") ? "+" : "h";
}

/** One line of the matrix: an algorithm and a sign for each world. */
export function matrixLine(algorithm: string, widest: number, rows: readonly (Row | Missing)[]): string {
  const signs = rows.map((row, at) => `${at > 0 && at % GROUP === 0 ? " " : ""}${signOf(row)}`).join("");
  const settled = rows.filter((row) => typeof row !== "string");
  return `${algorithm.padEnd(widest)}  ${signs}  ${tally(settled)}`.trimEnd();
}

/** What the signs of a matrix mean. */
export function legend(rows: readonly (Row | Missing)[]): string {
  const used = new Set(rows.map(signOf));
  return LEGEND.filter(([sign]) => used.has(sign))
    .map(([sign, meaning]) => `${sign} ${meaning}`)
    .join(", ");
}

/** Whatever is not proved for every horizon, in words. */
export function exceptions(rows: readonly Row[]): string[] {
  const refuted = rows.filter(({ verdict }) => verdict === "refuted");
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const said = partial(row);
    if (said !== undefined) groups.set(said, [...(groups.get(said) ?? []), row]);
  }
  return [
    ...refuted.flatMap((row) => [`refuted: ${placeOf(row)}, gap ${readable(row.gap)}`, ...explain(row)]),
    ...[...groups].map(([said, of]) => `${said}: ${namesOf(of)}`),
  ].map((line) => printable(line, 1000));
}

/** What a row leaves open; nothing of one that is complete. */
const partial = (row: Row): string | undefined => {
  if (row.verdict === "unknown") return `unknown, ${row.why ?? "without a reason"}`;
  const [scope] = row.scope.split(/[;,]/);
  return ["h", "c"].includes(signOf(row)) ? `${row.verdict}, ${scope}` : undefined;
};

const placeOf = ({ algorithm, world }: Row): string => `${algorithm} in ${world}`;

const namesOf = (rows: readonly Row[]): string => {
  const [first] = rows as [Row];
  if (rows.every(({ world }) => world === first.world))
    return `${rows.map(({ algorithm }) => algorithm).join(", ")} in ${first.world}`;
  const names = rows.slice(0, MOST_NAMES).map(placeOf).join(", ");
  return rows.length <= MOST_NAMES ? names : `${rows.length} rows, as ${names}`;
};

const tally = (rows: readonly Row[]): string =>
  (["proved", "consistent", "refuted", "unknown"] as const)
    .flatMap((verdict) => {
      const count = rows.filter((row) => row.verdict === verdict).length;
      return count === 0 ? [] : [`${count} ${verdict}`];
    })
    .join(", ");
