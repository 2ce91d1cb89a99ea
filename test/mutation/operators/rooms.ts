/** A room, or a part of one, whose operators are mutated, and the tests that must notice. */
export interface Room {
  /** Folder of its sources. */
  readonly folder: string;
  /** The tests that judge it, the quick ones: folders, whose test files are meant, or single files. */
  readonly tests: readonly string[];
}

/** The rooms, and how their mutants are judged. */
export const rooms: readonly Room[] = [
  { folder: "src/dist", tests: ["test/dist"] },
  { folder: "src/decode", tests: ["test/decode", "test/handlers/generation-law.test.ts"] },
  { folder: "src/algorithms", tests: ["test/algorithms", "test/worlds/golden.test.ts"] },
  {
    folder: "src/algorithms/parts",
    tests: ["test/algorithms/parts", "test/algorithms", "test/worlds/golden.test.ts"],
  },
  {
    folder: "src/laws",
    tests: [
      "test/laws/acceptance.test.ts",
      "test/laws/contexts.test.ts",
      "test/laws/dominates.test.ts",
      "test/laws/guarantee-table.test.ts",
      "test/laws/lossless.test.ts",
      "test/laws/normalizes.test.ts",
      "test/laws/round-gap.test.ts",
      "test/laws/target-law.test.ts",
      "test/laws/terminates.test.ts",
      "test/laws/witness.test.ts",
    ],
  },
  { folder: "src/laws/contracts", tests: ["test/laws/contracts"] },
  { folder: "src/laws/oracle", tests: ["test/laws/oracle"] },
  { folder: "src/stats", tests: ["test/stats"] },
  { folder: "src/laws/symbolic", tests: ["test/laws/symbolic", "test/handlers/symbolic.test.ts"] },
];
