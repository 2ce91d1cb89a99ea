import type { Random } from "../../core/handlers/sample.ts";
import { at } from "../../core/num/at.ts";
import { type Rational, rational } from "../../core/num/rational.ts";
import type { Text } from "../../core/vocab/text.ts";
import { createWorld, type World } from "../../core/worlds/world.ts";
import { firstTokenOfProcess } from "./first-token-of-process.ts";
import { iidWorld, wholeWeights } from "./iid-world.ts";
import { shuffled } from "./overlapping-texts.ts";
import { cheapestStrings, type LetterCosts } from "./strings.ts";
import { unrelatedModel } from "./unrelated-model.ts";

const LETTERS: LetterCosts = { a: 1, b: 2, c: 2 };

/** Two small vocabularies over two or three letters: 2 to 6 target tokens, 2 to 7 of the drafter's, 1 to 3 letters each. */
const vocabularies = (random: Random): { target: Text[]; drafter: Text[] } => {
  const letters = random() < 0.5 ? "ab" : "abc";
  const pool = cheapestStrings({ a: 1, b: 1, c: 1 }, 39).filter((text) => [...text].every((x) => letters.includes(x)));
  const some = (most: number): Text[] => shuffled(pool, random).slice(0, 2 + Math.floor(random() * (most - 1)));
  return { target: some(6), drafter: some(7) };
};

/**
 * A random world that can be enumerated whole, exact.
 *
 * `random`: unrelated laws of order 1, a share of zeros. `text`: both sides tokenise one process of independent letters, every
 * weight times a factor between 1/2 and 2; both vocabularies hold the letters.
 */
export function tinyWorld(family: "random" | "text", lookahead: number, random: Random): World<Rational> {
  const { target, drafter } = vocabularies(random);
  if (family === "random") {
    const zero = at([0, 0.15, 0.4], Math.floor(random() * 3));
    return createWorld({
      name: "tiny",
      field: rational,
      target: unrelatedModel(rational, "target", target, zero, random),
      drafter: unrelatedModel(rational, "drafter", drafter, zero, random),
      prompt: "",
      lookahead,
      candidates: 2,
    });
  }
  const side = (texts: readonly Text[]) => {
    const all = [...new Set(["a", "b", "c", ...texts])];
    const weights = firstTokenOfProcess(LETTERS, all).map((weight) => weight * 2 ** (2 * random() - 1));
    return { texts: all, weights: wholeWeights(weights).map((weight) => Math.ceil(weight / 2 ** 20)) };
  };
  return iidWorld(rational, side(target), side(drafter), lookahead);
}
