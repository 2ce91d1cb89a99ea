import { at } from "../../core/num/at.ts";
import { concentrations } from "./dirichlet-evidence.ts";
import { logMeanExp } from "./log-mean-exp.ts";

/**
 * One cell of evidence: bets on the next outcome by what came before in this cell, with one number per outcome as its
 * memory.
 *
 * Before each sample a prior $a$ with counts $N$ bets $r(x) = (N_x + a_x) / \sum_{p_y > 0} (N_y + a_y)$, and wins
 * $r(x)/p(x)$. The law $p$ may change from sample to sample as long as it is fixed before the sample; if it does not,
 * the product is the closed form of `dirichletEvidence`.
 */
export class DirichletCell {
  readonly #counts: Float64Array;
  readonly #logs = new Array<number>(1 + concentrations.length).fill(0);
  samples = 0;

  constructor(outcomes: number) {
    this.#counts = new Float64Array(outcomes);
  }

  /** Takes an outcome of positive probability under `law`. */
  observe(outcome: number, law: readonly number[]): void {
    let live = 0;
    let seen = 0;
    for (let i = 0; i < law.length; i++) {
      if (law[i] === 0) continue;
      live += 1;
      seen += at(this.#counts, i);
    }
    const p = at(law, outcome);
    const count = at(this.#counts, outcome);
    const flat = (count + 0.5) / (seen + live / 2) / p;
    (this.#logs[0] as number) += Math.log(flat);
    concentrations.forEach((c, prior) => {
      (this.#logs[prior + 1] as number) += Math.log((count / p + c) / (seen + c));
    });
    this.#counts[outcome] = count + 1;
    this.samples += 1;
  }

  /** $\ln$ of the equal mixture over the priors. */
  get logValue(): number {
    return logMeanExp(this.#logs);
  }
}
