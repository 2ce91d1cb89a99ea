import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/checker`. */
export const check: readonly Survivor[] = [
  ...survivorsOf(
    "src/checker/adapters/decoder-engine.ts",
    "equivalent",
    "Counting down names as many different streams as counting up.",
    [[`const seed = seeds[row] ?? \`unseeded \${this.#unseeded++}\`;`, "this.#unseeded++ → this.#unseeded--"]],
  ),
  ...survivorsOf("src/checker/adapters/warped.ts", "equivalent", "A whole law sums to 1 but for rounding.", [
    [
      "const total = top < possible.length ? support.reduce((sum, token) => sum + weight(token), 0) : 1;",
      "top < possible.length → true",
    ],
  ]),
  ...survivorsOf(
    "src/checker/evidence/processed-law.ts",
    "performance",
    "Without a penalty nobody asks which tokens were emitted.",
    [
      [
        "const emitted = new Set(processors.presence === undefined ? [] : context.slice(promptLength));",
        "processors.presence === undefined → false",
      ],
    ],
  ),
  ...survivorsOf("src/checker/process/within.ts", "performance", "A timer that nobody waits for only runs off.", [
    ["} finally {", "{ clearTimeout(timer); } → {}"],
  ]),
];
