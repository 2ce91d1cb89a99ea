/**
 * The capital of a bet that may start at any moment: evidence of a change that comes late is not eaten by a long
 * healthy past.
 *
 * With factors $F_t$ whose conditional mean is at most 1 under the law,
 * $$E_n = \sum_{k \le n} \frac{1}{k(k+1)} \prod_{t=k}^n F_t + \frac{1}{n+1}$$
 * is an e-process: a bet of weight $1/k(k+1)$ starts at each round $k$, the rest is still in hand. It is kept in two
 * numbers, as $S_n = (S_{n-1} + \frac{1}{n(n+1)}) F_n$, and a change at $k$ costs only $\ln k(k+1)$. Source: Shin,
 * Ramdas, Rinaldo 2024, e-detectors; Shiryaev 1963.
 */
export class ChangeMixture {
  #rounds = 0;
  #logStarted = -Infinity;

  /** Takes the logarithm of this round's factor. */
  multiply(logFactor: number): void {
    const n = ++this.#rounds;
    this.#logStarted = logSum(this.#logStarted, -Math.log(n) - Math.log(n + 1)) + logFactor;
  }

  get logValue(): number {
    return logSum(this.#logStarted, -Math.log(this.#rounds + 1));
  }
}

/** $\ln(e^a + e^b)$ of numbers one of which is finite. */
const logSum = (a: number, b: number): number => {
  const large = Math.max(a, b);
  return large + Math.log1p(Math.exp(Math.min(a, b) - large));
};
