import { algorithms } from "../core/algorithms/registry.ts";
import type { Random } from "../core/handlers/sample.ts";
import { float64 } from "../core/num/float64.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { each, oneOf, orNull, share, sometimes } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { ACCEPTING, firstTokenAcceptance } from "./measures/first-token-acceptance.ts";
import { estimatedShare } from "./measures/interval.ts";
import { acceptedRounds } from "./measures/sampled-acceptance.ts";
import { sharedMass, transportBound } from "./measures/transport-bound.ts";
import { families, lettersOf, sideOf } from "./worlds/family.ts";
import { type IidSide, iidWorld } from "./worlds/iid-world.ts";
import { overlappingTexts } from "./worlds/overlapping-texts.ts";
import { cheapestStrings } from "./worlds/strings.ts";

/** Up to this many tokens everything is exact; above, rounds are sampled. */
export const MOST_EXACT = 64;

/** Up to this many tokens the closed formula of every algorithm stands beside what was sampled, in doubles. */
const MOST_BY_FORMULA = 8192;

/** Their formula needs ψ of all tokens, which costs most of the time. */
const READS_TEXT: readonly string[] = ["slem", "slrs", "slrs-hybrid"];

/** Rounds of it go on to further tokens, each with a ψ of its own: above, there is its formula only. */
const NOT_SAMPLED: readonly string[] = ["slrs-hybrid"];

/** It needs one ψ for each shared token: it is left out above. */
const EXACT_ONLY: readonly string[] = ["slrs-pair"];

const LOOKAHEAD = 4;

/** Intervals are at most 10 percentage points wide. */
const ROUNDS = 400;

/** Larger vocabularies are looked at in fewer places. */
const overlapsOf = (size: number): number => (size <= 1024 ? 8 : size <= 4096 ? 4 : 2);

/** Acceptance of the first token against vocabulary size and overlap, one world a row; several small ones, since they differ. */
export const acceptanceByVocabulary = experiment({
  name: "acceptance-by-vocabulary",
  question: "How does acceptance depend on the size of the vocabularies and on their overlap?",
  seed: 1,
  points: grid({
    family: families,
    size: [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536],
    overlap: [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1],
    world: [1, 2, 3, 4, 5, 6],
  }).filter(
    ({ size, overlap, world }) => (size <= MOST_EXACT || world === 1) && Number.isInteger(overlap * overlapsOf(size)),
  ),
  columns: {
    how: oneOf("exact", `${ROUNDS} rounds sampled`),
    ...each(["p(T ∩ D)", "transport"], share),
    ...each(ACCEPTING, orNull(share)),
    ...each(
      ACCEPTING.flatMap((id) => [`${id} low`, `${id} high`]),
      sometimes(share),
    ),
    ...each(
      ACCEPTING.map((id) => `${id} formula`),
      sometimes(orNull(share)),
    ),
  },
  row: ({ family, size, overlap }, random): Row => {
    const shared = Math.round(size * overlap);
    const texts = overlappingTexts(cheapestStrings(lettersOf(family), 2 * size), size, shared, random);
    const [target, drafter] = [sideOf(family, texts.target, random), sideOf(family, texts.drafter, random)];
    return size <= MOST_EXACT ? exactRow(target, drafter) : sampledRow(target, drafter, random);
  },
});

const exactRow = (target: IidSide, drafter: IidSide): Row => {
  const world = iidWorld(rational, target, drafter, LOOKAHEAD);
  const number = (weight: Rational | null): number | null => (weight === null ? null : rational.toNumber(weight));
  const acceptance = firstTokenAcceptance(rational, world);
  return {
    how: "exact",
    "p(T ∩ D)": number(sharedMass(world)),
    transport: number(transportBound(rational, world)),
    ...Object.fromEntries(ACCEPTING.map((id) => [id, number(acceptance[id])])),
  };
};

const sampledRow = (target: IidSide, drafter: IidSide, random: Random): Row => {
  const world = iidWorld(float64, target, drafter, LOOKAHEAD);
  const small = target.texts.length <= MOST_BY_FORMULA;
  const formula = firstTokenAcceptance(
    float64,
    world,
    ACCEPTING.filter((id) => !EXACT_ONLY.includes(id) && (small || !READS_TEXT.includes(id))),
  );
  const columns = ACCEPTING.flatMap((id): [string, number | null][] => {
    const algorithm = algorithms.find((one) => one.id === id);
    if (algorithm === undefined || EXACT_ONLY.includes(id) || !(algorithm.fits?.(world) ?? true)) return [[id, null]];
    if (NOT_SAMPLED.includes(id)) return [[id, formula[id]]];
    const { value, low, high } = estimatedShare(acceptedRounds(world, algorithm, random, ROUNDS), ROUNDS);
    return [
      [id, value],
      [`${id} low`, low],
      [`${id} high`, high],
      [`${id} formula`, formula[id]],
    ];
  });
  return {
    how: `${ROUNDS} rounds sampled`,
    "p(T ∩ D)": sharedMass(world),
    transport: transportBound(float64, world),
    ...Object.fromEntries(columns),
  };
};
