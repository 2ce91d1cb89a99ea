import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/laws/symbolic` that survive and may. */
export const lawsSymbolic: readonly Survivor[] = [
  ...survivorsOf("src/laws/symbolic/certificate.ts", "performance", "What is known is only asked for again.", [
    ["if (known === undefined) {", "known === undefined → true"],
  ]),
  ...survivorsOf("src/laws/symbolic/certificate.ts", "performance", "The search on laws shows it as well.", [
    [
      "if (negative.length === 0) return [...a.keys()].every((monomial) => this.isNonNegative(monomial));",
      "negative.length === 0 → false",
    ],
  ]),
  ...survivorsOf("src/laws/symbolic/certificate.ts", "performance", "The search is given up one replacement later.", [
    ["if (tries.left-- <= 0) return false;", "tries.left-- <= 0 → tries.left-- < 0"],
  ]),
  ...survivorsOf("src/laws/symbolic/certificate.ts", "equivalent", "No coefficient of a polynomial is 0.", [
    ["const negative = [...a].filter(([, c]) => c < 0n);", "c < 0n → c <= 0n"],
  ]),
  ...survivorsOf(
    "src/laws/symbolic/counterexample.ts",
    "equivalent",
    "Where the round at the prompt differs, enumeration always refutes.",
    [
      [
        'return verdict.verdict === "refuted" ? { found: "refuted", world: file, verdict } : { found: "nothing" };',
        'verdict.verdict === "refuted" → true',
      ],
      [
        'return verdict.verdict === "refuted" ? { found: "refuted", world: file, verdict } : { found: "nothing" };',
        '{ found: "nothing" } → {}',
      ],
    ],
  ),
  ...survivorsOf("src/laws/symbolic/generic.ts", "equivalent", "What is left out of a tree has the weight 0.", [
    ["if (branch === undefined) return;", "branch === undefined → false"],
  ]),
];
