import { printable } from "../../core/vocab/printable.ts";
import { readable, table } from "../../system/table.ts";
import type { Row } from "../../system/verdict-table.ts";
import { describeRows } from "./describe-rows.ts";
import type { OpenPair } from "./open-pair.ts";

/** The rows of a pair of real models as a table, with what its numbers allow. */
export function pairReport({ probe, lossless }: OpenPair, rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.world,
    row.algorithm,
    row.verdict,
    readable(row.gap),
    readable(row.acceptance),
    readable(row.expectedTokens),
    ...(row.detectable === undefined ? [] : [row.detectable.toFixed(4)]),
    ...(row.samples === undefined ? [] : [String(row.samples)]),
    row.seconds.toFixed(1),
  ]);
  const [one] = rows;
  const extra = [
    ...(one?.detectable === undefined ? [] : ["detectable TV"]),
    ...(one?.samples === undefined ? [] : ["samples"]),
  ];
  const header = ["context", "algorithm", "verdict", "gap", "acceptance", "tokens/round", ...extra, "s"];
  const whys = rows.flatMap(({ algorithm, why }) => (why === undefined ? [] : [printable(`${algorithm}: ${why}`)]));
  const rates = one?.alpha === undefined ? "" : `; each row: false alarm ${one.alpha}, power ${one.power}`;
  const tallies = ["proved", "consistent", "refuted", "unknown"].flatMap((verdict) => {
    const number = rows.filter((row) => row.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdict}`];
  });
  const scope = one === undefined ? "" : `${one.scope}\n`;
  return `${table(header, cells)}\n${whys.map((why) => `${why}\n`).join("")}\n${scope}${describeRows(probe, lossless)}\n${rows.length} ${rows.length === 1 ? "row" : "rows"}: ${tallies.join(", ")}${rates}\n`;
}
