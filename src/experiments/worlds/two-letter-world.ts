import type { Random } from "../../core/handlers/sample.ts";
import type { Field } from "../../core/num/field.ts";
import type { Text } from "../../core/vocab/text.ts";
import { createWorld, type World } from "../../core/worlds/world.ts";
import { type Family, sideOf } from "./family.ts";
import { iidWorld } from "./iid-world.ts";
import { shuffled } from "./overlapping-texts.ts";
import { cheapestStrings } from "./strings.ts";
import { unrelatedModel } from "./unrelated-model.ts";

const LETTERS = { a: 1, b: 1 };

/** The strings of two and three letters. */
const WORDS = cheapestStrings(LETTERS, 14).slice(2);

/**
 * Two letters on both sides, two longer words on the target's and one on the drafter's: few enough texts that all words
 * of eight drafts can be walked. `random`: unrelated laws of order 1; `text`: noisy versions of one text process.
 */
export function twoLetterWorld<W>(field: Field<W>, family: Family, lookahead: number, random: Random): World<W> {
  const some = (count: number): Text[] => ["a", "b", ...shuffled(WORDS, random).slice(0, count)];
  const [target, drafter] = [some(2), some(1)];
  if (family === "text") {
    const side = (texts: readonly Text[]) => sideOf(family, texts, random, LETTERS);
    return iidWorld(field, side(target), side(drafter), lookahead);
  }
  return createWorld({
    name: "two letters",
    field,
    target: unrelatedModel(field, "target", target, 0, random),
    drafter: unrelatedModel(field, "drafter", drafter, 0, random),
    prompt: "",
    lookahead,
    candidates: 2,
  });
}
