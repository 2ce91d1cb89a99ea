import { stepUp } from "./benjamini-hochberg.ts";
import { requireRate } from "./refusals.ts";

/**
 * Benjamini and Hochberg for e-values: false rejections are at most a share `alpha` of all on average, whatever the
 * dependence.
 *
 * Rejects the $k^*$ largest, $k^* = \max\{k : k E_{(k)} / m \ge 1/\alpha\}$; e-values are given as logarithms. Source:
 * Wang and Ramdas 2022.
 */
export function eBenjaminiHochberg(logs: readonly number[], alpha: number): number[] {
  requireRate(alpha, "alpha");
  return stepUp(
    logs.map((log) => -log),
    (negative, k) => -negative >= Math.log(logs.length / (k * alpha)),
  );
}
