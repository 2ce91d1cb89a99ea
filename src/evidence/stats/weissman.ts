import type { Deviation } from "./deviation.ts";
import { requireLaw, requireWhole } from "./refusals.ts";

/**
 * Weissman and others: the union over events, sharpened where the known law is far from balanced.
 *
 * $$P(\mathrm{TV}(\hat p, p) \ge e) \le (2^k - 2)\, e^{-n \varphi(m) e^2}$$
 * over the $k$ possible outcomes, with $m$ from {@link balance} and $\varphi \ge 2$ from {@link phi}. Source: Weissman,
 * Ordentlich, Seroussi, Verdú, Weinberger 2003.
 */
export function weissman(samples: number, law: readonly number[]): Deviation {
  requireWhole(samples, 1, "samples");
  requireLaw(law);
  const cells = law.filter((p) => p > 0).length;
  const source = "Weissman";
  if (cells === 1) return { source, tail: (distance) => (distance > 0 ? 0 : 1), radius: () => 0 };
  const logEvents = cells * Math.LN2 + Math.log1p(-(2 ** (1 - cells)));
  const rate = samples * phi(balance(law));
  return {
    source,
    tail: (distance) => Math.min(1, Math.exp(logEvents - rate * distance ** 2)),
    radius: (delta) => Math.sqrt((logEvents + Math.log(1 / delta)) / rate),
  };
}

/**
 * The largest number of possible outcomes whose events are all looked at; beyond, the balance is taken as 1/2, which is
 * safe.
 */
const mostOutcomes = 16;

/**
 * How evenly an event can split the law, $m = \max_A \min(P(A), 1 - P(A))$; an upper bound where there are too many
 * events.
 *
 * If one outcome has half the mass or more, $m$ is the mass of the others.
 */
export function balance(law: readonly number[]): number {
  const live = law.filter((p) => p > 0);
  const largest = Math.max(...live);
  if (largest >= 0.5) return 1 - largest;
  if (live.length > mostOutcomes) return 0.5;
  const masses = live.reduce((sums, p) => sums.concat(sums.map((sum) => sum + p)), [0]);
  return masses.reduce((best, mass) => Math.max(best, Math.min(mass, 1 - mass)), 0);
}

/** $\varphi(m) = \frac{1}{1-2m} \ln \frac{1-m}{m}$, decreasing, 2 at $m = 1/2$. */
export function phi(m: number): number {
  const tilt = 1 - 2 * m;
  return tilt === 0 ? 2 : (2 * Math.atanh(tilt)) / tilt;
}
