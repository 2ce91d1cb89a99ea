import { at } from "../../core/num/at.ts";
import { ChangeMixture } from "./change-mixture.ts";
import { hoeffding } from "./deviation.ts";
import { type EProcess, judgeProcess } from "./e-process.ts";
import { requireLaw, requireOutcome, requireWhole } from "./refusals.ts";
import { topCells } from "./top-cells.ts";
import type { Rates, StatisticalVerdict } from "./verdict.ts";

/**
 * An alarm on the law of emitted tokens, for a stream without end whose law changes with every context, in constant
 * memory.
 *
 * Each token is seen through {@link topCells}. Before it the monitor bets $r(c) \propto p(c) \frac{O_c + 5}{X_c + 5}$,
 * where $O_c$ and $X_c$ count how often cell $c$ came and was expected, forgetting with a time constant of `memory`
 * tokens, and wins $r/p$; the bet is started at every moment ({@link ChangeMixture}), so a late change is seen as well.
 * False-alarm rate `alpha` over the whole infinite run. A token of probability 0 is an alarm by itself. `detectable` is
 * total variation between cell laws, common to all contexts and present from the start, in the limit: the bet gains
 * $2\,\mathrm{TV}^2$ a token less about $(k-1)/(4 \cdot \text{memory})$ for what it forgets.
 */
export class LawMonitor implements EProcess {
  readonly #cells: number;
  readonly #memory: number;
  readonly #seen: Float64Array;
  readonly #expected: Float64Array;
  readonly #capital = new ChangeMixture();
  #impossible: number | undefined;
  samples = 0;
  logPeak = 0;

  constructor(cells: number, memory: number) {
    requireWhole(cells, 2, "cells");
    requireWhole(memory, 1, "memory");
    this.#cells = cells;
    this.#memory = memory;
    this.#seen = new Float64Array(cells);
    this.#expected = new Float64Array(cells);
  }

  /** Takes an emitted token and the target's law at its position. */
  observe(token: number, law: readonly number[]): void {
    requireLaw(law);
    requireOutcome(token, law.length);
    this.samples += 1;
    if (law[token] === 0) this.#impossible ??= token;
    else this.#bet(topCells(law, token, this.#cells));
    this.logPeak = Math.max(this.logPeak, this.logValue);
  }

  #bet({ cell, law }: { readonly cell: number; readonly law: readonly number[] }): void {
    const keep = 1 - 1 / this.#memory;
    const odds = (c: number): number => (at(this.#seen, c) + caution) / (at(this.#expected, c) + caution);
    const total = law.reduce((sum, p, c) => sum + p * odds(c), 0);
    this.#capital.multiply(Math.log(odds(cell) / total));
    law.forEach((p, c) => {
      this.#seen[c] = at(this.#seen, c) * keep + (c === cell ? 1 : 0);
      this.#expected[c] = at(this.#expected, c) * keep + p;
    });
  }

  get logValue(): number {
    return this.#impossible === undefined ? this.#capital.logValue : Infinity;
  }

  verdict(rates: Rates): StatisticalVerdict {
    const n = this.samples;
    const debt = Math.log(2 / rates.alpha) + learningCost(n, this.#cells, this.#memory);
    const detectable = Math.min(1, Math.sqrt(debt / (2 * n)) + hoeffding(n, 1 - rates.power));
    const impossible = this.#impossible;
    return judgeProcess(
      this,
      { test: "law monitor", detectable, basis: "asymptotic", ...(impossible !== undefined && { impossible }) },
      rates,
    );
  }
}

/** The weight, in samples, of the belief that the law is right. */
const caution = 5;

/**
 * What learning the odds costs in nats: $\frac{k-1}{2} \ln n$ until the memory is full, and
 * $(k-1)/(4 \cdot \text{memory})$ a token for ever.
 */
const learningCost = (tokens: number, cells: number, memory: number): number =>
  ((cells - 1) / 2) * Math.log(1 + Math.min(tokens, memory)) + ((cells - 1) * tokens) / (4 * memory);
