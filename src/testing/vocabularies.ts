import fc from "fast-check";
import { at as itemAt } from "../core/num/at.ts";
import type { TokenizerFile } from "./world-file.ts";

/** The letters that words are made of; hexadecimal ones are single bytes. */
export interface Alphabet {
  readonly letters: readonly string[];
  readonly bytes?: "hex";
}

export const twoLetters: Alphabet = { letters: ["a", "b"] };
/** A letter of two bytes among letters of one. */
export const threeLetters: Alphabet = { letters: ["a", "b", "é"] };
/** Bytes that are a letter, the first and the second byte of é, and of nothing. */
export const bytes: Alphabet = { letters: ["61", "c3", "a9", "ff"], bytes: "hex" };

/** A token as the letters it is made of. */
export type Word = readonly string[];

/** A word and whose vocabulary it is in. */
export interface Entry {
  readonly word: Word;
  readonly of: "both" | "target" | "drafter";
}

/** How the two vocabularies lie to each other. */
export type Relation = "same" | "target-in-drafter" | "drafter-in-target" | "disjoint" | "overlapping";

const membership: Record<Relation, readonly Entry["of"][]> = {
  same: ["both"],
  "target-in-drafter": ["both", "drafter"],
  "drafter-in-target": ["both", "target"],
  disjoint: ["target", "drafter"],
  overlapping: ["both", "target", "drafter"],
};

/** Most words of T ∪ D. */
export const MOST_WORDS = 5;

export function anyWord({ letters }: Alphabet, longest = 3): fc.Arbitrary<Word> {
  return fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: longest });
}

export function spelt(word: Word): string {
  return word.join("");
}

const anyEntries = (alphabet: Alphabet, relation: Relation, longest: number): fc.Arbitrary<Entry[]> => {
  const entry = fc.record({ word: anyWord(alphabet, longest), of: fc.constantFrom(...membership[relation]) });
  const entries = (minLength: number) =>
    fc.uniqueArray(entry, { selector: ({ word }) => spelt(word), minLength, maxLength: MOST_WORDS, size: "max" });
  return fc
    .oneof({ withCrossShrink: true }, { weight: 1, arbitrary: entries(1) }, { weight: 4, arbitrary: entries(3) })
    .map(withBothSides);
};

/** Neither vocabulary may be empty: a word that only one has is given to both, or the last to the other one. */
const withBothSides = (entries: Entry[]): Entry[] => {
  const has = (side: "target" | "drafter"): boolean => entries.some(({ of }) => of === side || of === "both");
  if (has("target") && has("drafter")) return entries;
  const missing = has("target") ? "drafter" : "target";
  return entries.map((entry, at) => {
    if (at + 1 < entries.length) return entry;
    return { ...entry, of: entries.length > 1 ? missing : "both" };
  });
};

/** The words of T and D, with what they share: nested, disjoint or overlapping, one- to three-letter tokens. */
export function anyVocabularyPair(alphabet = twoLetters, relation?: Relation, longest = 3): fc.Arbitrary<Entry[]> {
  return relation === undefined
    ? fc.oneof(
        { withCrossShrink: true },
        { weight: 4, arbitrary: anyEntries(alphabet, "overlapping", longest) },
        { weight: 2, arbitrary: anyEntries(alphabet, "target-in-drafter", longest) },
        { weight: 2, arbitrary: anyEntries(alphabet, "drafter-in-target", longest) },
        { weight: 1, arbitrary: anyEntries(alphabet, "same", longest) },
        { weight: 1, arbitrary: anyEntries(alphabet, "disjoint", longest) },
      )
    : anyEntries(alphabet, relation, longest);
}

/** A tokenizer's kind before the vocabulary is known: null is longest prefix, numbers choose merges. */
export type TokenizerChoice = readonly number[] | null;

export function anyTokenizerChoice(): fc.Arbitrary<TokenizerChoice> {
  return fc.oneof({ withCrossShrink: true }, fc.constant(null), fc.array(fc.nat({ max: 11 }), { maxLength: 4 }));
}

/** The tokenizer of a choice: each number takes one of the ways to cut a word of the vocabulary in two. */
export function tokenizerFile(words: readonly Word[], choice: TokenizerChoice): TokenizerFile {
  if (choice === null) return "longest-prefix";
  const cuts = words.flatMap((word) =>
    word.slice(1).map((_, at): [string, string] => [spelt(word.slice(0, at + 1)), spelt(word.slice(at + 1))]),
  );
  if (cuts.length === 0) return { bpe: [] };
  return { bpe: [...new Set(choice.map((n) => n % cuts.length))].map((n) => itemAt(cuts, n)) };
}
