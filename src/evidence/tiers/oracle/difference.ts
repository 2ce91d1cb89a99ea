import { parseRational, type Rational, rational } from "../../../core/num/rational.ts";
import type { OracleWord } from "./oracle.ts";

/** An emitted word, how many proposals it kept (undefined where that is not compared), and its weight. */
export interface Emission {
  readonly word: readonly number[];
  readonly accepted: number | undefined;
  readonly weight: Rational;
}

/** Where two laws differ: the proved functions' weight, and the weight found. */
export interface Difference extends Omit<Emission, "weight"> {
  readonly proved: Rational;
  readonly found: Rational;
}

/** The oracle's answer as emissions. */
export function emissionsOf(answer: readonly (OracleWord & { readonly accepted?: number })[]): Emission[] {
  return answer.map(({ word, accepted, weight }) => ({ word, accepted, weight: parseRational(weight) as Rational }));
}

/** Without the accepted counts. */
export function wordsOnly(law: readonly Emission[]): Emission[] {
  return law.map(({ word, weight }) => ({ word, accepted: undefined, weight }));
}

/** The emission on which two laws differ most; undefined where every weight agrees exactly. */
export function difference(proved: readonly Emission[], found: readonly Emission[]): Difference | undefined {
  const cells = new Map<string, { at: Emission; proved: Rational; found: Rational }>();
  const put = (law: readonly Emission[], side: "proved" | "found"): void => {
    for (const at of law) {
      const key = `${at.accepted};${at.word.join()}`;
      const cell = cells.get(key) ?? { at, proved: rational.zero, found: rational.zero };
      cell[side] = rational.add(cell[side], at.weight);
      cells.set(key, cell);
    }
  };
  put(proved, "proved");
  put(found, "found");
  let worst: { cell: Difference; by: Rational } | undefined;
  for (const cell of cells.values()) {
    const by = rational.add(rational.monus(cell.proved, cell.found), rational.monus(cell.found, cell.proved));
    if (rational.isZero(by) || (worst !== undefined && rational.compare(by, worst.by) <= 0)) continue;
    const { word, accepted } = cell.at;
    worst = { cell: { word, accepted, proved: cell.proved, found: cell.found }, by };
  }
  return worst?.cell;
}
