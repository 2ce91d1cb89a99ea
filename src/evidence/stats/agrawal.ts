import type { Deviation } from "./deviation.ts";
import { requireWhole } from "./refusals.ts";
import { root } from "./root.ts";

/**
 * Agrawal: a tail bound on relative entropy that holds at every sample size, where the G-test has only its limit.
 *
 * $$P(\mathrm{KL}(\hat p \,\|\, p) \ge e) \le e^{-ne} \Bigl(\frac{e_0\, n\, e}{k-1}\Bigr)^{k-1}
 * \quad \text{for } e > \frac{k-1}{n}, \; e_0 = 2.718\ldots$$
 * Source: Agrawal 2020, "Finite-sample concentration of the multinomial in relative entropy". Distances are in nats.
 */
export function agrawal(samples: number, cells: number): Deviation {
  requireWhole(samples, 1, "samples");
  requireWhole(cells, 2, "cells");
  const degrees = cells - 1;
  const logTail = (distance: number): number => {
    const excess = Math.max(degrees, samples * distance);
    return degrees * (1 + Math.log(excess / degrees)) - excess;
  };
  return {
    source: "Agrawal",
    tail: (distance) => Math.exp(logTail(distance)),
    radius: (delta) => root((distance) => -logTail(distance), Math.log(1 / delta)),
  };
}
