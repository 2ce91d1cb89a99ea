import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/evidence/tiers/oracle`. */
export const lawsOracle: readonly Survivor[] = [
  ...survivorsOf(
    "src/evidence/tiers/oracle/oracle-agrees.ts",
    "equivalent",
    "The first class is always compared, and sets it.",
    [["let first: readonly Emission[] = [];", '[] → ["Stryker was here"]']],
  ),
  ...survivorsOf("src/evidence/tiers/oracle/oracle-agrees.ts", "equivalent", "What is undefined is not asked either.", [
    [
      "const generation = budget > 0 ? compareGenerations(generations, world, algorithm, proved, budget) : { asked: false };",
      "{ asked: false } → {}",
    ],
  ]),
];
