/** How much a check may spend, in tokens and until when; stops early, never late. */
export class Meter {
  readonly #tokens: number;
  readonly #deadline: number;
  readonly #now: () => number;
  sequences = 0;
  tokens = 0;

  constructor({ tokens, deadline }: { readonly tokens?: number; readonly deadline?: number }, now: () => number) {
    this.#tokens = tokens ?? Number.POSITIVE_INFINITY;
    this.#deadline = deadline ?? Number.POSITIVE_INFINITY;
    this.#now = now;
  }

  spend(tokens: number): void {
    this.sequences += 1;
    this.tokens += tokens;
  }

  get spent(): boolean {
    return this.tokens >= this.#tokens || this.#now() >= this.#deadline;
  }
}
