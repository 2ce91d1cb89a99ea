import { hoeffding } from "./deviation.ts";
import { DirichletCell } from "./dirichlet-cell.ts";
import { dirichletRegret } from "./dirichlet-evidence.ts";
import { type EProcess, judgeProcess } from "./e-process.ts";
import { logMeanExp } from "./log-mean-exp.ts";
import { requireLaw, requireOutcome, requireWhole } from "./refusals.ts";
import type { Rates, StatisticalVerdict } from "./verdict.ts";

/**
 * The sequential test of every emitted token given the emitted past: a sequence of twelve tokens is twelve
 * observations.
 *
 * $$E_n = \frac1J \sum_{j \le J} \prod_{\text{cells } c \text{ of } j} E_c$$
 * Each partition of the pasts keeps one Dirichlet mixture per class; the product over classes is valid because a
 * token's class is known before the token, and so is the average over partitions. Fine partitions see faults of one
 * context, coarse ones see what all contexts share. False-alarm rate `alpha` over the whole infinite run; memory at
 * most `mostCells` cells a partition. `detectable` is the root mean square, over the tokens that were bet on, of the
 * total variation of the next-token laws, in the limit; it is that of the finest partition, whose classes are taken to
 * fix the law. A stop token is an outcome like any other; a token after it has no law and must be refused by the
 * caller.
 */
export class SequenceProcess implements EProcess {
  readonly #outcomes: number;
  readonly #partitions: readonly { readonly of: Partition; readonly cells: Cells }[];
  #impossible: number | undefined;
  samples = 0;
  logPeak = 0;

  constructor(outcomes: number, partitions: readonly Partition[], mostCells: number) {
    requireWhole(outcomes, 1, "outcomes");
    requireWhole(mostCells, 1, "mostCells");
    if (partitions.length === 0) throw new RangeError("partitions: found none, expected at least 1");
    this.#outcomes = outcomes;
    this.#partitions = partitions.map((of) => ({ of, cells: new Cells(outcomes, mostCells) }));
  }

  /**
   * Takes the next token, with the law it should have after this past. Where the law is known up to rounding only, with
   * logits wrong by at most `rounding`, no probability is wrong by more than a factor $e^{2 \cdot \text{rounding}}$, and
   * what is won is divided by it.
   */
  observe(past: readonly number[], token: number, law: readonly number[], rounding = 0): void {
    requireLaw(law);
    if (law.length !== this.#outcomes)
      throw new RangeError(`law: found ${law.length} outcomes, expected ${this.#outcomes}`);
    requireOutcome(token, this.#outcomes);
    this.samples += 1;
    if (law[token] === 0) this.#impossible ??= token;
    else for (const { of, cells } of this.#partitions) cells.observe(of(past), token, law, 2 * rounding);
    this.logPeak = Math.max(this.logPeak, this.logValue);
  }

  get logValue(): number {
    return this.#impossible === undefined ? logMeanExp(this.#partitions.map(({ cells }) => cells.log)) : Infinity;
  }

  verdict(rates: Rates): StatisticalVerdict {
    const share = 1 / this.#partitions.length;
    const detectable = Math.max(...this.#partitions.map(({ cells }) => cells.detectable(share, rates)));
    const impossible = this.#impossible;
    return judgeProcess(
      this,
      { test: "sequence e-process", detectable, basis: "asymptotic", ...(impossible !== undefined && { impossible }) },
      rates,
    );
  }
}

/**
 * Sorts emitted pasts into classes: the cell in which the next token is judged, chosen from the past alone; undefined where
 * nothing is bet.
 */
export type Partition = (past: readonly number[]) => string | undefined;

/** The cells of one partition, at most `most`; on tokens of classes that come later nothing is bet. */
class Cells {
  readonly #cells = new Map<string, DirichletCell>();
  readonly #outcomes: number;
  readonly #most: number;
  log = 0;

  constructor(outcomes: number, most: number) {
    this.#outcomes = outcomes;
    this.#most = most;
  }

  observe(name: string | undefined, token: number, law: readonly number[], discount: number): void {
    if (name === undefined) return;
    let cell = this.#cells.get(name);
    if (cell === undefined) {
      if (this.#cells.size === this.#most) return;
      cell = new DirichletCell(this.#outcomes);
      this.#cells.set(name, cell);
    }
    const before = cell.logValue;
    cell.observe(token, law);
    this.log += cell.logValue - before - discount;
  }

  /**
   * As for one Dirichlet mixture, with the debts and the samples of all cells added up; `share` is the partition's part
   * of the capital.
   */
  detectable(share: number, { alpha, power }: Rates): number {
    let samples = 0;
    let debt = -Math.log(alpha * share);
    for (const cell of this.#cells.values()) {
      samples += cell.samples;
      debt += dirichletRegret(cell.samples, this.#outcomes);
    }
    return Math.min(1, Math.sqrt(debt / (2 * samples)) + hoeffding(samples, 1 - power));
  }
}
