import { printable } from "../core/vocab/printable.ts";

/** A table for a terminal: columns padded to their widest cell, two spaces apart. What a terminal would obey is written out. */
export const table = (header: readonly string[], raw: readonly (readonly string[])[]): string => {
  const rows = raw.map((cells) => cells.map((cell) => printable(cell)));
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join("  ")
      .trimEnd();
  return [line(header), ...rows.map(line)].join("\n");
};

/** A reduced fraction as a person reads it: itself when short, else its decimal value to four places. */
export const readable = (fraction: string | null, widest = 12): string => {
  if (fraction === null) return "-";
  if (fraction.length <= widest) return fraction;
  const [numerator, denominator] = fraction.split("/").map(BigInt) as [bigint, bigint];
  const scaled = (numerator * 100_000n) / denominator;
  return `≈ ${(Number(scaled) / 100_000).toFixed(4)}`;
};
