import { ChangeMixture } from "./change-mixture.ts";
import { hoeffding } from "./deviation.ts";
import { type EProcess, judgeProcess } from "./e-process.ts";
import { logMeanExp } from "./log-mean-exp.ts";
import { requireWhole } from "./refusals.ts";
import type { Rates, StatisticalVerdict } from "./verdict.ts";

/**
 * An alarm on acceptance that leaves its band, for a stream of rounds without end, in constant memory.
 *
 * A round's score is $x = \text{accepted}/\text{proposed}$. While $\ell \le E[x \mid \text{past}] \le u$ the factors
 * $1 + f(x/u - 1)$ and $1 + f\bigl(\tfrac{1-x}{1-\ell} - 1\bigr)$ have mean at most 1; the e-process averages over both
 * sides and over stakes $f = 2^{-1}, \ldots, 2^{-10}$, each started at every moment ({@link ChangeMixture}). Rounds
 * need not be independent nor alike. False-alarm rate `alpha` over the whole infinite run. A drift of `detectable`
 * beyond the band from the start has been seen with the promised power. Source: Waudby-Smith and Ramdas 2024, betting
 * on bounded means.
 */
export class AcceptanceMonitor implements EProcess {
  readonly #band: AcceptanceBand;
  readonly #bets = stakes.map((stake) => ({ stake, up: new ChangeMixture(), down: new ChangeMixture() }));
  samples = 0;
  logPeak = 0;

  constructor({ lower, upper }: AcceptanceBand) {
    if (!(lower > 0 && lower <= upper && upper < 1))
      throw new RangeError(`acceptance band: found ${lower} to ${upper}, expected 0 < lower <= upper < 1`);
    this.#band = { lower, upper };
  }

  /** Takes the counts of one round; a round without proposals says nothing and is not counted. */
  observe(proposed: number, accepted: number): void {
    requireWhole(proposed, 0, "proposed");
    requireWhole(accepted, 0, "accepted");
    if (accepted > proposed)
      throw new RangeError(`accepted: found ${accepted}, expected at most the ${proposed} proposed`);
    if (proposed === 0) return;
    const score = accepted / proposed;
    const { lower, upper } = this.#band;
    this.samples += 1;
    for (const { stake, up, down } of this.#bets) {
      up.multiply(Math.log1p(stake * (score / upper - 1)));
      down.multiply(Math.log1p(stake * ((1 - score) / (1 - lower) - 1)));
    }
    this.logPeak = Math.max(this.logPeak, this.logValue);
  }

  get logValue(): number {
    return logMeanExp(this.#bets.flatMap(({ up, down }) => [up.logValue, down.logValue]));
  }

  verdict(rates: Rates): StatisticalVerdict {
    const { lower, upper } = this.#band;
    const detectable = Math.max(drift(this.samples, upper, rates), drift(this.samples, 1 - lower, rates));
    return judgeProcess(this, { test: "acceptance monitor", detectable, basis: "finite-sample" }, rates);
  }
}

/** The expected share of accepted drafts, from `lower` to `upper`, whatever came before. */
export interface AcceptanceBand {
  readonly lower: number;
  readonly upper: number;
}

/** The shares of the capital that are bet: a grid, because the size of the drift is not known. */
const stakes: readonly number[] = Array.from({ length: 10 }, (_, i) => 2 ** -(i + 1));

/**
 * How far above `mean` the scores must be. By $\ln(1+y) \ge y - y^2$ for $y \ge -\frac12$ a stake $f$ gains at least
 * $n(fs - f^2B^2)$, where $s$ is the mean of $x/\mathrm{mean} - 1$ and $B$ its largest size; that must cover
 * $\ln(1/\alpha)$ and the weight of the bet, and Hoeffding bounds $s$.
 */
const drift = (rounds: number, mean: number, { alpha, power }: Rates): number => {
  const debt = Math.log((2 * 2 * stakes.length) / alpha);
  const size = Math.max(1, 1 / mean - 1);
  const gain = Math.min(...stakes.map((stake) => debt / (rounds * stake) + stake * size ** 2));
  return Math.min(1, mean * gain + hoeffding(rounds, 1 - power));
};
