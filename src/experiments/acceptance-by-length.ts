import type { DecidableField } from "../core/num/field.ts";
import { float64 } from "../core/num/float64.ts";
import { rational } from "../core/num/rational.ts";
import { countSegmentations } from "../core/vocab/segmentations.ts";
import type { Text } from "../core/vocab/text.ts";
import { tokensOf } from "../core/vocab/vocabulary.ts";
import type { World } from "../core/worlds/world.ts";
import { each, number, oneOf, orNull, share } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { ACCEPTING, firstTokenAcceptance } from "./measures/first-token-acceptance.ts";
import { sharedMass, transportBound } from "./measures/transport-bound.ts";
import { wordBounds } from "./measures/word-bounds.ts";
import { type Family, families, sideOf } from "./worlds/family.ts";
import { iidWorld } from "./worlds/iid-world.ts";
import type { LetterCosts } from "./worlds/strings.ts";

/** A text of little entropy, as language is: one letter in sixteen is a surprise. */
const LETTERS: LetterCosts = { a: Math.log2(16 / 15), b: 4 };

/** Both letters, and the strings of a length with at most one surprise: at 16 bytes they still begin 74 % of all texts. */
const textsOfLength = (length: number): Text[] => {
  const plain = "a".repeat(length);
  const surprises = Array.from({ length }, (_, at) => `${plain.slice(0, at)}b${plain.slice(at + 1)}`);
  return [...new Set(["a", "b", plain, ...surprises])];
};

/** What notebooks compare here. */
const COMPARED = ["sd", "greedy-draft", "rrs", "k-seq", "union", "tli", "slem", "slrs"] as const;

/** Drafts of sixteen tokens make fractions of thousands of digits: those are computed in doubles. */
const MOST_EXACT = 4;

const LENGTHS = [1, 2, 3, 4, 6, 8, 12, 16] as const;

/** Walking every word that can be proposed costs as many texts as can be drafted: what pays is asked under text laws only. */
const walked = (family: string, lookahead: number): boolean => family === "text" && lookahead <= 4;

/** Acceptance, tokens a round and the cost of ψ against the length of tokens on both sides, exact. */
export const acceptanceByLength = experiment({
  name: "acceptance-by-length",
  question: "How does acceptance depend on the length of tokens on either side, and where does SLRS stop paying?",
  seed: 1,
  points: grid({ family: families, target: LENGTHS, drafter: LENGTHS, lookahead: [4, 16] }),
  columns: {
    how: oneOf(...["exact", "formula, in doubles"].flatMap((how) => [how, `${how}; tokens a round in doubles`])),
    ...each(ACCEPTING, orNull(share)),
    ...each(["p(T ∩ D)", "transport"], share),
    "tokens a round, slrs-block": orNull(number),
    "drafter passes of one ψ": number,
  },
  row: ({ family, target, drafter, lookahead }, random): Row => {
    const side = (length: number) => sideOf(family as Family, textsOfLength(length), random, LETTERS);
    const [t, d] = [side(target), side(drafter)];
    const acceptance =
      lookahead <= MOST_EXACT
        ? measured(rational, iidWorld(rational, t, d, lookahead))
        : measured(float64, iidWorld(float64, t, d, lookahead));
    const inDoubles = iidWorld(float64, t, d, lookahead);
    return {
      how: `${lookahead <= MOST_EXACT ? "exact" : "formula, in doubles"}${walked(family, lookahead) ? "; tokens a round in doubles" : ""}`,
      ...acceptance,
      "tokens a round, slrs-block": walked(family, lookahead) ? wordBounds(float64, inDoubles).optimum : null,
      "drafter passes of one ψ": meanPasses(inDoubles),
    };
  },
});

const measured = <W>(field: DecidableField<W>, world: World<W>): Row => {
  const number = (weight: W | null): number | null => (weight === null ? null : field.toNumber(weight));
  return {
    ...Object.fromEntries(
      Object.entries(firstTokenAcceptance(field, world, COMPARED)).map(([id, weight]) => [id, number(weight)]),
    ),
    "p(T ∩ D)": number(sharedMass(world)),
    transport: number(transportBound(field, world)),
  };
};

/**
 * Passes of a drafter that reads its whole history, for ψ of one token drawn from the target: the proper prefixes of
 * drafts that can still spell it.
 */
const meanPasses = ({ target, drafter }: World<number>): number => {
  const p = target.next([]);
  const { vocabulary } = target.tokenizer;
  const terms = tokensOf(vocabulary).map((token) => {
    const { passes } = countSegmentations(drafter.tokenizer.vocabulary, vocabulary.text(token));
    return p.weight(token) * Number(passes);
  });
  return terms.reduce((a, b) => a + b, 0);
};
