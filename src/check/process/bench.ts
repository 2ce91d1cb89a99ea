import { Adapter, type Start } from "./adapter.ts";

/** Keeps one adapter process at hand, and starts fresh ones: what is drawn at the start of a process is part of the law. */
export class Bench {
  readonly start: Start;
  #current: Adapter | undefined;
  /** Processes started. */
  starts = 0;

  constructor(start: Start) {
    this.start = start;
  }

  /** The process at hand, started when there is none. */
  async adapter(): Promise<Adapter> {
    if (this.#current === undefined) {
      this.starts += 1;
      this.#current = await Adapter.open(this.start);
    }
    return this.#current;
  }

  /** Ends the process at hand; the next one is fresh. */
  async restart(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    await current?.close();
  }

  /** Ends it at once. */
  kill(): void {
    this.#current?.kill();
    this.#current = undefined;
  }
}
