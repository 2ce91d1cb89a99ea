import type { Meter } from "../evidence/meter.ts";
import { AdapterFailure } from "../process/adapter-failure.ts";
import { Interrupted, OutOfTime, OutOfTokens } from "../process/ends.ts";
import type { CheckRow, CheckVerdict } from "../verdict.ts";
import type { CaseTest } from "./case-test.ts";
import type { StepContext } from "./context.ts";

/** What ended a check before all that was planned was done. */
export type End = "refutation" | "broken adapter" | "interruption" | "budget";

/** Processes of one check that may fail; each is started again for the next step or case. */
export const MOST_FAILURES = 3;

/** What is said of a step or case that was cut short. */
interface Cut {
  readonly verdict: CheckVerdict;
  readonly what: string;
}

/** What a check has found so far, and whether it goes on. */
export class Findings {
  readonly rows: CheckRow[] = [];
  readonly tests: CaseTest[] = [];
  /** Steps and cases in the order in which they were refuted. */
  readonly refuted: string[] = [];
  /** The last lines that an adapter which failed wrote to its standard error. */
  errors: readonly string[] = [];
  end: End | undefined;
  #failures = 0;

  /** Takes rows that are settled. */
  add(...rows: readonly CheckRow[]): void {
    this.rows.push(...rows);
    this.refuted.push(...rows.filter(({ verdict }) => verdict === "refuted").map(({ step }) => step));
  }

  /** Is there a reason to do nothing more? */
  over({ meter, stopAtFirst, signal }: Pick<StepContext, "stopAtFirst" | "signal"> & { meter: Meter }): boolean {
    if (signal?.aborted) this.end ??= "interruption";
    if (stopAtFirst && this.refuted.length > 0) this.end ??= "refutation";
    if (meter.spent) this.end ??= "budget";
    return this.end !== undefined;
  }

  /** Does something that the adapter, the budget or somebody outside may cut short: what is to be said of it then. */
  async attempt({ bench }: Pick<StepContext, "bench">, run: () => Promise<void>): Promise<Cut | undefined> {
    try {
      await run();
      return undefined;
    } catch (error) {
      if (error instanceof AdapterFailure) {
        bench.kill();
        this.errors = error.errors;
        this.#failures += 1;
        if (this.#failures === MOST_FAILURES) this.end ??= "broken adapter";
        return { verdict: "broken", what: error.message };
      }
      if (error instanceof Interrupted) {
        this.end ??= "interruption";
        return { verdict: "unknown", what: "interrupted" };
      }
      if (!(error instanceof OutOfTime || error instanceof OutOfTokens)) throw error;
      this.end ??= "budget";
      return { verdict: "not reached", what: `not finished: ${error.message}` };
    }
  }
}
