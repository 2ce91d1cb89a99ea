import { type AcceptanceBand, AcceptanceMonitor } from "./acceptance-monitor.ts";
import { LawMonitor } from "./law-monitor.ts";
import { type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";

/**
 * The production monitor: watches a decoder for as long as it runs, for drifting acceptance and for a wrong law, in
 * constant memory.
 *
 * Both alarms are anytime valid at half of `alpha` each, so that a right decoder is ever accused with probability at
 * most `alpha`, however long it runs and however often one looks. An alarm stays.
 */
export class Monitor {
  readonly #acceptance: AcceptanceMonitor;
  readonly #law: LawMonitor;
  readonly #rates: Rates;
  #alarm: Alarm | null = null;

  constructor({ acceptance, cells, memory, rates }: MonitorPlan) {
    requireRates(rates);
    this.#acceptance = new AcceptanceMonitor(acceptance);
    this.#law = new LawMonitor(cells, memory);
    this.#rates = { ...rates, alpha: rates.alpha / 2 };
  }

  /** Takes the counts of one round. */
  observeRound(proposed: number, accepted: number): void {
    this.#acceptance.observe(proposed, accepted);
    this.#watch("acceptance", this.#acceptance);
  }

  /** Takes an emitted token and the target's law at its position. */
  observeToken(token: number, law: readonly number[]): void {
    this.#law.observe(token, law);
    this.#watch("law", this.#law);
  }

  #watch(cause: Alarm["cause"], { logPeak, samples }: { readonly logPeak: number; readonly samples: number }): void {
    if (this.#alarm === null && logPeak >= -Math.log(this.#rates.alpha)) this.#alarm = { cause, after: samples };
  }

  /** The first alarm, or null. */
  get alarm(): Alarm | null {
    return this.#alarm;
  }

  /** Both verdicts at this moment. */
  get verdicts(): { readonly acceptance: StatisticalVerdict; readonly law: StatisticalVerdict } {
    return { acceptance: this.#acceptance.verdict(this.#rates), law: this.#law.verdict(this.#rates) };
  }
}

/** What a monitor watches, and how loudly. */
export interface MonitorPlan {
  /** The expected share of accepted drafts; the closed form of the algorithm, with room for how contexts vary. */
  readonly acceptance: AcceptanceBand;
  /** How many cells each law is cut into. */
  readonly cells: number;
  /** How many tokens the bet on the law remembers. */
  readonly memory: number;
  readonly rates: Rates;
}

/** The first alarm of a monitor, and after how many rounds or tokens it came. */
export interface Alarm {
  readonly cause: "acceptance" | "law";
  readonly after: number;
}
