import type { Adapter } from "./adapter.ts";

/** An adapter as the steps of a check see it: a process, or an engine in this one. */
export type AnyAdapter = Pick<Adapter, "hello" | "load" | "score" | "run" | "close" | "kill">;

/** The name of the first process: that of the first turn of the gauntlet, where a check of one case begins. */
const FIRST = "gauntlet 0";

/** Keeps one adapter process at hand, and starts fresh ones: what is drawn at the start of a process is part of the law. */
export class Bench {
  readonly #open: (name: string) => Promise<AnyAdapter>;
  #current: AnyAdapter | undefined;
  #name = FIRST;
  /** How often the process at hand was asked for. */
  #asked = 0;
  /** Processes started. */
  starts = 0;

  /** `open` is told the name of the process, which what is drawn at its start may depend on. */
  constructor(open: (name: string) => Promise<AnyAdapter>) {
    this.#open = open;
  }

  /** The process at hand, started when there is none. */
  async adapter(): Promise<AnyAdapter> {
    if (this.#current === undefined) {
      this.starts += 1;
      this.#asked = 0;
      this.#current = await this.#open(this.#name);
    }
    this.#asked += 1;
    return this.#current;
  }

  /** Ends the process at hand; the next one is fresh and has this name. One that has only said hello is fresh still. */
  async restart(name: string): Promise<void> {
    if (this.#name === name && this.#asked <= 1) return;
    this.#name = name;
    await this.close();
  }

  /** Ends the process at hand. */
  async close(): Promise<void> {
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
