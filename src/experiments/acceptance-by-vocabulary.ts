import { algorithms } from "../algorithms/registry.ts";
import type { Random } from "../handlers/sample.ts";
import { float64 } from "../num/float64.ts";
import { type Rational, rational } from "../num/rational.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { ACCEPTING, firstTokenAcceptance } from "./measures/first-token-acceptance.ts";
import { estimatedShare } from "./measures/interval.ts";
import { acceptedRounds } from "./measures/sampled-acceptance.ts";
import { sharedMass, transportBound } from "./measures/transport-bound.ts";
import { families, lettersOf, sideOf } from "./worlds/family.ts";
import { type IidSide, iidWorld } from "./worlds/iid-world.ts";
import { overlappingTexts } from "./worlds/overlapping-texts.ts";
import { cheapestStrings } from "./worlds/strings.ts";

/** Up to this many tokens everything is exact; above, rounds are sampled and the formula is computed in doubles beside. */
export const MOST_EXACT = 64;

const LOOKAHEAD = 4;

/** Rounds of a larger vocabulary cost more, and there are fewer of them: their intervals are wider. */
const roundsOf = (size: number): number => (size <= 1024 ? 500 : 100);

/** Acceptance of the first token against vocabulary size and overlap: one world a row. */
export const acceptanceByVocabulary = experiment({
  name: "acceptance-by-vocabulary",
  question: "How does acceptance depend on the size of the vocabularies and on their overlap?",
  seed: 1,
  points: grid({
    family: families,
    size: [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536],
    overlap: [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1],
  }).filter(({ size, overlap }) => size <= 1024 || overlap % 0.25 === 0),
  row: ({ family, size, overlap }, random): Row => {
    const shared = Math.round(size * overlap);
    const texts = overlappingTexts(cheapestStrings(lettersOf(family), 2 * size), size, shared, random);
    const [target, drafter] = [sideOf(family, texts.target, random), sideOf(family, texts.drafter, random)];
    return size <= MOST_EXACT ? exactRow(target, drafter) : sampledRow(target, drafter, random, roundsOf(size));
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

const sampledRow = (target: IidSide, drafter: IidSide, random: Random, rounds: number): Row => {
  const world = iidWorld(float64, target, drafter, LOOKAHEAD);
  const formula = firstTokenAcceptance(float64, world);
  const columns = ACCEPTING.flatMap((id): [string, number | null][] => {
    const algorithm = algorithms.find((one) => one.id === id);
    if (algorithm === undefined || formula[id] === null) return [[id, null]];
    const { value, low, high } = estimatedShare(acceptedRounds(world, algorithm, random, rounds), rounds);
    return [
      [id, value],
      [`${id} low`, low],
      [`${id} high`, high],
      [`${id} formula`, formula[id]],
    ];
  });
  return {
    how: `${rounds} rounds sampled`,
    "p(T ∩ D)": sharedMass(world),
    transport: transportBound(float64, world),
    ...Object.fromEntries(columns),
  };
};
