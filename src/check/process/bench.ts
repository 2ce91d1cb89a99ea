import type { Adapter } from "./adapter.ts";

/** An adapter as the steps of a check see it: a process, or an engine in this one. */
export type AnyAdapter = Pick<Adapter, "hello" | "load" | "score" | "run" | "close" | "kill">;

/** Keeps one adapter process at hand, and starts fresh ones: what is drawn at the start of a process is part of the law. */
export class Bench {
  readonly #open: (name: string) => Promise<AnyAdapter>;
  #current: AnyAdapter | undefined;
  #name = "first";
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
      this.#current = await this.#open(this.#name);
    }
    return this.#current;
  }

  /** Ends the process at hand; the next one is fresh and has this name. */
  async restart(name: string): Promise<void> {
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
