import type { Random } from "../../core/handlers/sample.ts";
import type { Text } from "../../core/vocab/text.ts";
import { firstTokenOfProcess } from "./first-token-of-process.ts";
import { type IidSide, wholeWeights } from "./iid-world.ts";
import { flatLetters, type LetterCosts, skewedLetters } from "./strings.ts";

/**
 * Two families of laws. `random`: every token has an independent exponential weight on either side, so that target and
 * drafter know nothing of each other. `text`: both sides are noisy versions of one text process: the law of its next token
 * in each one's own vocabulary, every weight times a factor between 1/2 and 2.
 */
export type Family = "random" | "text";

/** The names of the families. */
export const families = ["random", "text"] as const;

/** The letters of a family. */
export function lettersOf(family: Family): LetterCosts {
  return family === "random" ? flatLetters : skewedLetters;
}

/** One side with the laws of a family. */
export function sideOf(
  family: Family,
  texts: readonly Text[],
  random: Random,
  letters: LetterCosts = lettersOf(family),
): IidSide {
  const raw =
    family === "random"
      ? texts.map(() => -Math.log(1 - random()))
      : firstTokenOfProcess(letters, texts).map((weight) => weight * 2 ** (2 * random() - 1));
  return { texts, weights: wholeWeights(raw) };
}
