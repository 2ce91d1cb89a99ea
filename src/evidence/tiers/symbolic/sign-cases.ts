import { keyOf, minus, negated, type Polynomial, plus, substitute, unknownsOf } from "./polynomial.ts";
import type { Region } from "./region.ts";
import type { Work } from "./work.ts";

/** An open part of the region on which some letters are known to be one of their two polynomials. */
export interface SignCase {
  /** What each decided letter is there: a polynomial without letters. */
  readonly letters: ReadonlyMap<number, Polynomial>;
  /** Polynomials without letters that are positive there. */
  readonly positive: readonly Polynomial[];
}

export const everywhere: SignCase = { letters: new Map(), positive: [] };

/** A polynomial with the decided letters written out. */
export function within(work: Work, { letters }: SignCase, a: Polynomial): Polynomial {
  let written = a;
  for (const number of unknownsOf(a)) {
    const value = letters.get(number);
    if (value !== undefined) written = substitute(work, written, number, value);
  }
  return written;
}

/** The first letter that must be decided before all of `polynomials` are without letters; undefined when they are. */
const undecided = (region: Region, at: SignCase, polynomials: readonly Polynomial[]): number | undefined => {
  const { letters, work } = region.ring;
  for (const polynomial of polynomials) {
    const open = [...unknownsOf(polynomial)].filter((number) => letters.has(number));
    for (const number of open.sort((a, b) => a - b)) {
      const { left, right } = letters.get(number) as { left: Polynomial; right: Polynomial };
      return undecided(region, at, [within(work, at, left), within(work, at, right)]) ?? number;
    }
  }
  return undefined;
};

/** Is there surely no point, since a sum of what must be positive is nowhere positive? */
export function surelyEmpty({ form, positive }: Region, at: SignCase): boolean {
  const all = [...at.positive, ...positive];
  if (all.some((polynomial) => form.certificates.nonPositive(polynomial))) return true;
  const total = all.reduce((left, right) => plus(left, right), new Map() as Polynomial);
  return all.length > 0 && form.certificates.nonPositive(total);
}

/**
 * The open sign cases that decide all letters of what `open` still has to look at, each visited once; together they are
 * dense in the region. `open` returns the polynomials that matter, or nothing where the case is settled.
 */
export function* signCases(
  region: Region,
  from: SignCase,
  open: (at: SignCase) => readonly Polynomial[],
): Generator<SignCase> {
  const polynomials = open(from);
  const letter = undecided(region, from, polynomials);
  if (letter === undefined) {
    yield from;
    return;
  }
  const sides = region.ring.letters.get(letter) as { left: Polynomial; right: Polynomial };
  const [left, right] = [within(region.ring.work, from, sides.left), within(region.ring.work, from, sides.right)];
  const excess = minus(right, left);
  // Where both are the same polynomial there is nothing to decide.
  const choices: [Polynomial, Polynomial[]][] =
    excess.size === 0
      ? [[left, []]]
      : [
          [left, [excess]],
          [right, [negated(excess)]],
        ];
  for (const [value, positive] of choices) {
    const keys = new Set(from.positive.map(keyOf));
    const next: SignCase = {
      letters: new Map([...from.letters, [letter, value]]),
      positive: [...from.positive, ...positive.filter((polynomial) => !keys.has(keyOf(polynomial)))],
    };
    if (!surelyEmpty(region, next)) yield* signCases(region, next, open);
  }
}
