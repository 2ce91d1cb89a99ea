import type { Deviation } from "./deviation.ts";
import { requireWhole } from "./refusals.ts";

/**
 * Bretagnolle, Huber and Carol: a bound on total variation from the number of cells alone, by a union over all events.
 *
 * $$P(\mathrm{TV}(\hat p, p) \ge e) \le 2^k e^{-2ne^2}$$
 * Source: van der Vaart and Wellner 1996, A.6.6. Sharp for few cells; it needs no knowledge of the law.
 */
export function bretagnolleHuberCarol(samples: number, cells: number): Deviation {
  requireWhole(samples, 1, "samples");
  requireWhole(cells, 1, "cells");
  const logEvents = cells * Math.LN2;
  return {
    source: "Bretagnolle-Huber-Carol",
    tail: (distance) => Math.min(1, Math.exp(logEvents - 2 * samples * distance ** 2)),
    radius: (delta) => Math.sqrt((logEvents + Math.log(1 / delta)) / (2 * samples)),
  };
}
