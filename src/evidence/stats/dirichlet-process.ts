import { hoeffding } from "./deviation.ts";
import { DirichletCell } from "./dirichlet-cell.ts";
import { dirichletRegret } from "./dirichlet-evidence.ts";
import { type EProcess, judgeProcess } from "./e-process.ts";
import { requireLaw, requireOutcome } from "./refusals.ts";
import type { Rates, StatisticalVerdict } from "./verdict.ts";

/**
 * The sequential test of a fixed law without a planned sample size: a Dirichlet mixture, updated sample by sample.
 *
 * False-alarm rate `alpha` over the whole infinite run. Memory: one count per outcome. Power:
 * {@link detectableByMixture}; a fault $o$ is found after about
 * $(\ln(1/\alpha) + \frac{k-1}{2} \ln n)/\mathrm{KL}(o \,\|\, p)$ samples.
 */
export class DirichletProcess implements EProcess {
  readonly #law: readonly number[];
  readonly #cell: DirichletCell;
  #impossible: number | undefined;
  samples = 0;
  logPeak = 0;

  constructor(law: readonly number[]) {
    requireLaw(law);
    this.#law = [...law];
    this.#cell = new DirichletCell(law.length);
  }

  observe(outcome: number): void {
    requireOutcome(outcome, this.#law.length);
    this.samples += 1;
    if (this.#law[outcome] === 0) this.#impossible ??= outcome;
    else this.#cell.observe(outcome, this.#law);
    this.logPeak = Math.max(this.logPeak, this.logValue);
  }

  get logValue(): number {
    return this.#impossible === undefined ? this.#cell.logValue : Infinity;
  }

  verdict(rates: Rates): StatisticalVerdict {
    const cells = this.#law.filter((p) => p > 0).length;
    const detectable = detectableByMixture(this.samples, cells, 1, rates);
    const impossible = this.#impossible;
    return judgeProcess(
      this,
      {
        test: "dirichlet e-process",
        detectable,
        basis: "finite-sample",
        ...(impossible !== undefined && { impossible }),
      },
      rates,
    );
  }
}

/**
 * The total variation that a Dirichlet mixture has seen by now with the promised power, when it carries `weight` of all
 * bets.
 *
 * $\ln E_n \ge n\,\mathrm{KL}(\hat p \,\|\, p) - R - \ln(1/w)$ and $\mathrm{KL} \ge 2\,\mathrm{TV}^2$, with $R$ from
 * {@link dirichletRegret}; Hoeffding's inequality adds the chance of the sample:
 * $$\sqrt{(\ln(1/\alpha) + R + \ln(1/w)) / (2n)} + \sqrt{\ln(1/\beta)/(2n)}$$
 */
export function detectableByMixture(samples: number, cells: number, weight: number, { alpha, power }: Rates): number {
  return Math.min(
    1,
    Math.sqrt((dirichletRegret(samples, cells) - Math.log(alpha * weight)) / (2 * samples)) +
      hoeffding(samples, 1 - power),
  );
}
