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
  sequences = 0;
  tokens = 0;
  /** Forward passes, where the adapter counts them, and the tokens they gave. */
  passes: Passes = { target: 0, drafter: 0, tokens: 0 };

  constructor({ tokens, deadline }: { readonly tokens?: number; readonly deadline?: number }, now: () => number) {
    this.#tokens = tokens ?? Number.POSITIVE_INFINITY;
    this.#deadline = deadline ?? Number.POSITIVE_INFINITY;
    this.#now = now;
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
    return this.tokens >= this.#tokens || this.#now() >= this.#deadline;
  }
}
