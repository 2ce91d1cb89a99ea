import { at } from "../core/num/at.ts";
import { printable } from "../core/vocab/printable.ts";

/** A table for a terminal: columns padded to their widest cell, two spaces apart. What a terminal would obey is written out. */
export function table(header: readonly string[], raw: readonly (readonly string[])[]): string {
  const rows = raw.map((cells) => cells.map((cell) => printable(cell)));
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(at(widths, column)))
      .join("  ")
      .trimEnd();
  return [line(header), ...rows.map(line)].join("\n");
}

const PLACES = 4;

/**
 * A reduced fraction as a decimal for people: exact where four places are enough, else rounded to four, and with an
 * exponent where that would look like zero. Only an exact 0 is "0", and only an exact 1 is "1".
 */
export function readable(fraction: string | null): string {
  if (fraction === null) return "-";
  const [top = "", bottom = "1"] = fraction.split("/");
  const sign = top.startsWith("-") ? "-" : "";
  const [numerator, denominator] = [BigInt(top.replace("-", "")), BigInt(bottom)];
  const scale = 10n ** BigInt(PLACES);
  const rounded = (2n * numerator * scale + denominator) / (2n * denominator);
  if (rounded === 0n && numerator > 0n) return sign + exponential(numerator, denominator);
  const digits = String(rounded).padStart(PLACES + 1, "0");
  const decimal = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
  const exact = rounded * denominator === numerator * scale;
  return sign + (exact ? decimal.replace(/\.?0+$/, "") : decimal);
}

/** Two digits and a power of ten, however small the fraction. */
const exponential = (numerator: bigint, denominator: bigint): string => {
  const shift = String(denominator).length - String(numerator).length + 5;
  const digits = Number((numerator * 10n ** BigInt(shift)) / denominator);
  const [mantissa, exponent] = digits.toExponential(1).split("e");
  return `${mantissa}e${Number(exponent) - shift}`;
};
