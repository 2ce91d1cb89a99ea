import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/evidence/stats` and of the statistics tier. */
export const stats: readonly Survivor[] = [
  ...survivorsOf(
    "src/evidence/stats/chi-squared-tail.ts",
    "equivalent",
    "Where the two ways meet, both are right to the last digits.",
    [
      [
        "return half <= librarySafe ? gammainc(half, degrees / 2, true, true) : tailByRecurrence(degrees / 2, half);",
        "half <= librarySafe → half < librarySafe",
      ],
    ],
  ),
  ...survivorsOf(
    "src/evidence/stats/chi-squared-tail.ts",
    "equivalent",
    "At b = x the step is the largest of all, and counts.",
    [["if (b < x && step <= 1e-17 * sum) return Math.min(sum, 1);", "b < x → b <= x"]],
  ),
  ...survivorsOf(
    "src/evidence/tiers/statistics/consistent-pair.ts",
    "equivalent",
    "No remainder of rounding is a given double.",
    [["expected.push(rest < 1e-12 ? 0 : rest);", "rest < 1e-12 → rest <= 1e-12"]],
  ),
  ...survivorsOf(
    "src/evidence/stats/exact-multinomial-test.ts",
    "equivalent",
    "Logarithms of sums are not equal to a threshold but by rounding, which nothing promises.",
    [
      ["if (logTables > Math.log(mostTables))", "logTables > Math.log(mostTables) → logTables >= Math.log(mostTables)"],
      [
        "if (possible && log <= observed + tieTolerance) pValue += Math.exp(log);",
        "log <= observed + tieTolerance → log < observed + tieTolerance",
      ],
      [
        "if (log < rarest - tieTolerance) leastPValue = 0;",
        "log < rarest - tieTolerance → log <= rarest - tieTolerance",
      ],
      [
        "if (log <= rarest + tieTolerance) leastPValue += Math.exp(log);",
        "log <= rarest + tieTolerance → log < rarest + tieTolerance",
      ],
      [
        "detectable: leastPValue > rates.alpha ? 1 : detectable(samples, live.length, rates),",
        "leastPValue > rates.alpha → leastPValue >= rates.alpha",
      ],
    ],
  ),
  ...survivorsOf("src/evidence/stats/kl-samples-for.ts", "equivalent", "No sum of logarithms is a given double.", [
    ["if (!(divergence > 1e-9)) return bySupport;", "divergence > 1e-9 → divergence >= 1e-9"],
  ]),
  ...survivorsOf("src/evidence/stats/kolmogorov-test.ts", "equivalent", "Only the size of the gap is looked at.", [
    [
      "gap += count / samples - at(law, i);",
      "gap += count / samples - at(law, i) → gap -= count / samples - at(law, i)",
    ],
  ]),
  ...survivorsOf(
    "src/evidence/stats/monitor.ts",
    "equivalent",
    "A sum of logarithms is not equal to a threshold but by rounding, which nothing promises.",
    [
      [
        "if (this.#alarm === null && logPeak >= -Math.log(this.#rates.alpha)) this.#alarm = { cause, after: samples };",
        "logPeak >= -Math.log(this.#rates.alpha) → logPeak > -Math.log(this.#rates.alpha)",
      ],
    ],
  ),
  ...survivorsOf(
    "src/evidence/stats/noncentral-chi-squared.ts",
    "equivalent",
    "Up to the mean every term is at least as large as the one before, and no small part of the sum.",
    [["if (j > mean && !(weight * tail > 1e-17 * sum)) return Math.min(sum, 1);", "j > mean → j >= mean"]],
  ),
  ...survivorsOf(
    "src/evidence/stats/noncentral-chi-squared.ts",
    "performance",
    "Terms are added that no longer count.",
    [["if (j > mean && !(weight * tail > 1e-17 * sum)) return Math.min(sum, 1);", "weight * tail → weight / tail"]],
  ),
  ...survivorsOf(
    "src/evidence/stats/noncentral-chi-squared.ts",
    "performance",
    "A step computed afresh is the same to the last digits.",
    [
      ["step = step > leastNormal ? (step * half) / a : gammaStep(a, half);", "step > leastNormal → false"],
      [
        "step = step > leastNormal ? (step * half) / a : gammaStep(a, half);",
        "step > leastNormal → step >= leastNormal",
      ],
    ],
  ),
  ...survivorsOf("src/evidence/stats/refusals.ts", "equivalent", "No double differs from 1 by exactly the tolerance.", [
    [
      "if (!(Math.abs(sum - 1) <= sumTolerance))",
      "Math.abs(sum - 1) <= sumTolerance → Math.abs(sum - 1) < sumTolerance",
    ],
  ]),
  ...survivorsOf("src/evidence/stats/root.ts", "performance", "At most one bisection more.", [
    [
      "if (high - low <= 1e-14 * high || middle === low) return high;",
      "high - low <= 1e-14 * high → high - low < 1e-14 * high",
    ],
  ]),
  ...survivorsOf(
    "src/evidence/stats/top-cells.ts",
    "performance",
    "What is inserted last and too much is taken out again.",
    [
      [
        "if (top.length === cells - 1 && p <= itemAt(law, itemAt(top, top.length - 1))) continue;",
        "top.length === cells - 1 && p … itemAt(top, top.length - 1)) → false",
      ],
      [
        "if (top.length === cells - 1 && p <= itemAt(law, itemAt(top, top.length - 1))) continue;",
        "cells - 1 → cells + 1",
      ],
      [
        "if (top.length === cells - 1 && p <= itemAt(law, itemAt(top, top.length - 1))) continue;",
        "p <= itemAt(law, itemAt(top, top.length - 1)) → p < itemAt(law, itemAt(top, top.length - 1))",
      ],
    ],
  ),
  ...survivorsOf("src/evidence/stats/top-cells.ts", "equivalent", "Before the first stands nothing that is less.", [
    ["while (at > 0 && itemAt(law, itemAt(top, at - 1)) < p) at--;", "at > 0 → true"],
    ["while (at > 0 && itemAt(law, itemAt(top, at - 1)) < p) at--;", "at > 0 → at >= 0"],
  ]),
  ...survivorsOf("src/evidence/stats/weissman.ts", "equivalent", "With an outcome of 1/2 both ways say 1/2.", [
    ["if (largest >= 0.5) return 1 - largest;", "largest >= 0.5 → largest > 0.5"],
  ]),
];
