import type { Deviation } from "./deviation.ts";
import { requireWhole } from "./refusals.ts";

/**
 * Dvoretzky, Kiefer and Wolfowitz with Massart's constant: how far an empirical distribution function strays from the
 * true one.
 *
 * $$P\Bigl(\sup_x |\hat F_n(x) - F(x)| \ge e\Bigr) \le 2 e^{-2ne^2}$$
 * for every law, discrete ones included. Source: Massart 1990, Corollary 1.
 */
export function dkw(samples: number): Deviation {
  requireWhole(samples, 1, "samples");
  return {
    source: "DKW-Massart",
    tail: (distance) => Math.min(1, 2 * Math.exp(-2 * samples * distance ** 2)),
    radius: (delta) => Math.sqrt(Math.log(2 / delta) / (2 * samples)),
  };
}
