import { noncentralityFor } from "./power.ts";
import type { Rates } from "./verdict.ts";

/**
 * The smallest total variation that a chi-squared test of so many samples and cells sees with the promised power.
 *
 * $$\mathrm{TV} = \sqrt{\lambda / (4 n)}$$
 * with $\lambda$ from {@link noncentralityFor}; at most 1, and 1 where a single cell leaves nothing to test. For two
 * samples of sizes $n$ and $m$ give $nm/(n+m)$. It speaks of the cells that are tested: merging cells can hide a bias.
 */
export function detectable(samples: number, cells: number, rates: Rates): number {
  return cells < 2 ? 1 : Math.min(1, Math.sqrt(noncentralityFor(cells, rates) / (4 * samples)));
}
