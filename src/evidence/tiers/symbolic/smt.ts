import { at } from "../../../core/num/at.ts";
import { factorsOf, type Polynomial, unknownsOf } from "./polynomial.ts";
import type { Region } from "./region.ts";

/** A condition on a polynomial. */
export interface Claim {
  readonly polynomial: Polynomial;
  readonly is: ">" | ">=" | "=" | "!=";
}

/** The text of a question to a solver, and the unknowns it is about. */
export interface Query {
  readonly text: string;
  readonly unknowns: readonly number[];
}

/**
 * Is there a point of the region at which all claims hold? As SMT-LIB 2 over the reals: the laws as closed simplices, or
 * open ones where `interior`, letters as the minima they are, no division anywhere.
 */
export function query({ ring, positive, nonNegative }: Region, claims: readonly Claim[], interior: boolean): Query {
  const conditions: readonly Claim[] = [
    ...claims,
    ...positive.map((polynomial): Claim => ({ polynomial, is: ">" })),
    ...nonNegative.map((polynomial): Claim => ({ polynomial, is: interior ? ">" : ">=" })),
  ];
  const needed = new Set<number>();
  const laws = new Set<readonly number[]>();
  const need = (number: number): void => {
    if (needed.has(number)) return;
    const letter = ring.letters.get(number);
    if (letter === undefined) {
      const law = ring.lawOf(number) as readonly number[];
      laws.add(law);
      for (const other of law.slice(0, -1)) needed.add(other);
    } else {
      needed.add(number);
      for (const side of [letter.left, letter.right]) for (const inner of unknownsOf(side)) need(inner);
    }
  };
  for (const { polynomial } of conditions) for (const number of unknownsOf(polynomial)) need(number);
  const unknowns = [...needed].filter((number) => !ring.letters.has(number)).sort((a, b) => a - b);
  const letters = [...needed].filter((number) => ring.letters.has(number)).sort((a, b) => a - b);
  const above = interior ? ">" : ">=";
  const lines = [
    "(set-logic QF_NRA)",
    ...unknowns.map((number) => `(declare-const u${number} Real)(assert (${above} u${number} 0.0))`),
    ...[...laws].map((law) => `(assert (${above} 1.0 ${call("+", law.slice(0, -1).map(name), "0.0")}))`),
    ...letters.map((number) => {
      const letter = ring.letters.get(number) as { left: Polynomial; right: Polynomial };
      const [left, right] = [written(letter.left), written(letter.right)];
      return `(define-fun u${number} () Real (ite (<= ${left} ${right}) ${left} ${right}))`;
    }),
    ...new Set(conditions.map(({ polynomial, is }) => `(assert ${relation(written(polynomial), is)})`)),
  ];
  return { text: lines.join("\n"), unknowns };
}

const name = (number: number): string => `u${number}`;

const relation = (text: string, is: Claim["is"]): string =>
  is === "!=" ? `(not (= ${text} 0.0))` : `(${is} ${text} 0.0)`;

const call = (operation: string, args: readonly string[], none: string): string =>
  args.length === 0 ? none : args.length === 1 ? at(args, 0) : `(${operation} ${args.join(" ")})`;

const whole = (value: bigint): string => (value < 0n ? `(- ${-value}.0)` : `${value}.0`);

/** A polynomial as SMT-LIB text. */
export function written(polynomial: Polynomial): string {
  return call(
    "+",
    [...polynomial].map(([monomial, c]) => {
      const factors = factorsOf(monomial).map(name);
      return call("*", c === 1n ? factors : [whole(c), ...factors], "1.0");
    }),
    "0.0",
  );
}
