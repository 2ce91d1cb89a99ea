/** Forward passes of target and drafter, and the tokens that came of them. */
export interface Passes {
  readonly target: number;
  readonly drafter: number;
  readonly tokens: number;
}

/** How much a check may spend, in tokens and until when; stops early, never late. */
export class Meter {
  readonly #tokens: number;
  readonly #deadline: number;
  readonly #now: () => number;
  /** Fewer tokens were left than something needed. */
  #short = false;
  sequences = 0;
  tokens = 0;
  /** Forward passes, where the adapter counts them, and the tokens they gave. */
  passes: Passes = { target: 0, drafter: 0, tokens: 0 };

  constructor({ tokens, deadline }: { readonly tokens?: number; readonly deadline?: number }, now: () => number) {
    this.#tokens = tokens ?? Number.POSITIVE_INFINITY;
    this.#deadline = deadline ?? Number.POSITIVE_INFINITY;
    this.#now = now;
  }

  /**
   * How many of `count` sequences of at most `each` tokens the budget still has room for, in whole batches of `width`. Once
   * that is not all of them, the budget is spent.
   */
  allowed(count: number, each: number, width: number): number {
    const room = Math.floor((this.#tokens - this.tokens) / (each * width)) * width;
    if (room >= count) return count;
    this.#short = true;
    return Math.max(0, room);
  }

  spend(tokens: number): void {
    this.sequences += 1;
    this.tokens += tokens;
  }

  /** Takes the forward passes that were counted for so many tokens of the algorithm under test. */
  count([target, drafter]: readonly [number, number], tokens: number): void {
    if (target + drafter === 0) return;
    const { passes } = this;
    this.passes = { target: passes.target + target, drafter: passes.drafter + drafter, tokens: passes.tokens + tokens };
  }

  get spent(): boolean {
    return this.#short || this.tokens >= this.#tokens || this.#now() >= this.#deadline;
  }
}
