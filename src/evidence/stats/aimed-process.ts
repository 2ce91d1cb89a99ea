import { at } from "../../core/num/at.ts";
import { DirichletCell } from "./dirichlet-cell.ts";
import { detectableByMixture } from "./dirichlet-process.ts";
import { type EProcess, judgeProcess } from "./e-process.ts";
import { logMeanExp } from "./log-mean-exp.ts";
import { requireLaw, requireOutcome } from "./refusals.ts";
import type { Rates, StatisticalVerdict } from "./verdict.ts";

/**
 * The sequential test that is aimed at known faults, and names the likeliest when it fires.
 *
 * $$E_n = \tfrac12 E_n^{\mathrm{Dirichlet}} + \tfrac12 \cdot \tfrac1M \sum_m \prod_{t \le n} o_m(X_t) / p(X_t)$$
 * False-alarm rate `alpha` over the whole infinite run. A fault $o_m$ of the list is found after about
 * $\ln(2M/\alpha) / \mathrm{KL}(o_m \,\|\, p)$ samples, any other as by the Dirichlet mixture of weight 1/2. The share
 * of a term in $E_n$ is its posterior weight. Memory: one number per outcome and per fault. Source: Robbins 1970 for
 * mixtures.
 */
export class AimedProcess implements EProcess {
  readonly #law: readonly number[];
  readonly #faults: readonly Fault[];
  readonly #cell: DirichletCell;
  readonly #logs: number[];
  #impossible: number | undefined;
  samples = 0;
  logPeak = 0;

  constructor(law: readonly number[], faults: readonly Fault[]) {
    requireLaw(law);
    if (faults.length === 0) throw new RangeError("faults: found none, expected at least 1");
    for (const fault of faults) {
      requireLaw(fault.law, `law of fault ${fault.name}`);
      if (fault.law.length !== law.length)
        throw new RangeError(`law of fault ${fault.name}: found ${fault.law.length} outcomes, expected ${law.length}`);
    }
    this.#law = [...law];
    this.#faults = faults.map(({ name, law: faulty }) => ({ name, law: [...faulty] }));
    this.#cell = new DirichletCell(law.length);
    this.#logs = faults.map(() => 0);
  }

  /** An impossible outcome settles the law; faults go on being told apart, against a uniform stranger. */
  observe(outcome: number): void {
    requireOutcome(outcome, this.#law.length);
    this.samples += 1;
    const p = at(this.#law, outcome);
    if (p === 0) this.#impossible ??= outcome;
    else this.#cell.observe(outcome, this.#law);
    const reference = p === 0 ? 1 / this.#law.length : p;
    this.#faults.forEach(({ law }, m) => {
      (this.#logs[m] as number) += Math.log(at(law, outcome) / reference);
    });
    this.logPeak = Math.max(this.logPeak, this.logValue);
  }

  get #mixture(): number {
    return logMeanExp([this.#cell.logValue, ...this.#logs], [this.#logs.length]);
  }

  get logValue(): number {
    return this.#impossible === undefined ? this.#mixture : Infinity;
  }

  /** The posterior weight of every known fault, likeliest first; what is missing from 1 belongs to unknown faults. */
  get suspects(): { readonly name: string; readonly weight: number }[] {
    const total = this.#mixture + Math.log(2 * this.#logs.length);
    return this.#faults
      .map(({ name }, m) => ({ name, weight: Math.exp(at(this.#logs, m) - total) }))
      .sort((a, b) => b.weight - a.weight);
  }

  verdict(rates: Rates): StatisticalVerdict {
    const cells = this.#law.filter((p) => p > 0).length;
    const detectable = detectableByMixture(this.samples, cells, 0.5, rates);
    const impossible = this.#impossible;
    return judgeProcess(
      this,
      {
        test: "aimed e-process",
        detectable,
        basis: "finite-sample",
        suspects: this.suspects,
        ...(impossible !== undefined && { impossible }),
      },
      rates,
    );
  }
}

/** A known fault and the law that a decoder with this fault would have. */
export interface Fault {
  readonly name: string;
  readonly law: readonly number[];
}
