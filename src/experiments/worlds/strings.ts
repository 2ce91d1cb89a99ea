import type { Text } from "../../core/vocab/text.ts";

/** An alphabet of one-byte letters, each with a cost; a letter of cost c has probability $2^{-c}$ in a text process. */
export type LetterCosts = Readonly<Record<string, number>>;

/** Four letters that cost the same: strings come by length. */
export const flatLetters: LetterCosts = { a: 2, b: 2, c: 2, d: 2 };

/** Four letters with probabilities 1/2, 1/4, 1/8, 1/8: frequent strings are long, as in a trained vocabulary. */
export const skewedLetters: LetterCosts = { a: 1, b: 2, c: 3, d: 3 };

/** The cost of a string: the sum over its letters. */
export function costOf(letters: LetterCosts, text: Text): number {
  return Array.from(text).reduce((total, letter) => total + (letters[letter] as number), 0);
}

/** The `count` cheapest strings, cheapest first, equal ones in the order of the alphabet. */
export function cheapestStrings(letters: LetterCosts, count: number): Text[] {
  const byCost: Text[][] = [[""]];
  const found: Text[] = [];
  for (let cost = 1; found.length < count; cost++) {
    const here = Object.entries(letters).flatMap(([letter, of]) =>
      (byCost[cost - of] ?? []).map((rest) => letter + rest),
    );
    byCost.push(here);
    for (const text of here) found.push(text);
  }
  return found.slice(0, count);
}
