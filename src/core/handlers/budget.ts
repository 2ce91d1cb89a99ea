/** How much one enumeration may cost before it gives up. */
export interface Budget {
  /** Runs of the program. */
  readonly paths: number;
  /** Weighted values held at once: outcomes and merged states. */
  readonly states: number;
}

/** Far beyond every built-in world; a bound on what a world from outside can cost. */
export const defaultBudget: Budget = { paths: 20_000_000, states: 1_000_000 };

/**
 * An enumeration would cost more than its budget. Nothing is decided.
 *
 * @example
 * const half = parseRational("1/2");
 * const coins = (ask) => [1, 2, 3].map((at) => ask.flip(`coin ${at}`, () => half));
 * const budget = { paths: 4, states: 4 };
 * try {
 *   enumerate(rational, coins, () => {}, { budget });
 * } catch (error) {
 *   error instanceof BudgetExceeded; // → true
 * }
 */
export class BudgetExceeded extends Error {
  constructor(what: "paths" | "states", limit: number) {
    super(`enumeration stopped at its budget of ${limit.toLocaleString("en")} ${what}`);
    this.name = "BudgetExceeded";
  }
}
