import type { Hello, RunRequest } from "../protocol/messages.ts";
import type { WireWorld } from "../protocol/wire-world.ts";
import { Conversation, lineOf, TOO_LONG } from "./conversation.ts";
import { patience } from "./limits.ts";
import type { RunEnd, Sequence } from "./run-end.ts";
import type { Start } from "./start.ts";

/** One process that speaks the protocol, and the only one who talks to it. Every wait is bounded. */
export class Adapter {
  readonly #start: Start;
  readonly #with: Conversation;
  /** Worlds that this process has, and its refusals. */
  readonly #worlds = new Map<string, string | undefined>();
  #hello: Hello | undefined;
  #questions = 0;

  private constructor(start: Start) {
    this.#start = start;
    this.#with = new Conversation(start);
  }

  /** Starts the command and waits for its `hello`. */
  static async open(start: Start): Promise<Adapter> {
    const adapter = new Adapter(start);
    const message = await adapter.#with.read(start.limits.hello, "hello");
    if (message.type !== "hello") return adapter.#with.fail(`the message "${message.type}" before "hello"`);
    adapter.#hello = message;
    return adapter;
  }

  get hello(): Hello {
    return this.#hello as Hello;
  }

  /** Sends a world once; what the adapter says where it refuses. */
  async load(id: string, world: WireWorld | null): Promise<string | undefined> {
    if (this.#worlds.has(id)) return this.#worlds.get(id);
    const line = lineOf({ type: "world", id, world });
    if (line === undefined) {
      this.#worlds.set(id, TOO_LONG);
      return TOO_LONG;
    }
    await this.#with.write(line);
    const answer = await this.#with.read(this.#start.limits.ready, `"ready" for the world ${id}`);
    if ((answer.type !== "ready" && answer.type !== "refused") || answer.id !== id)
      return this.#with.fail(`the message "${answer.type}" where "ready" or "refused" for ${id} was due`);
    const refusal = answer.type === "refused" ? answer.message || "refused" : undefined;
    this.#worlds.set(id, refusal);
    return refusal;
  }

  /** The logits of the next token after each context. */
  async score(
    world: string,
    side: "target" | "drafter",
    contexts: number[][],
  ): Promise<readonly (readonly number[])[]> {
    const id = `score-${this.#questions++}`;
    await this.#with.send({ type: "score", id, world, side, contexts });
    const answer = await this.#with.read(this.#start.limits.ready, "scores");
    if (answer.type !== "scores" || answer.id !== id)
      return this.#with.fail(`the message "${answer.type}" where scores were due`);
    if (answer.rows.length !== contexts.length)
      return this.#with.fail(`${answer.rows.length} rows of scores for ${contexts.length} contexts`);
    return answer.rows;
  }

  /** Asks whether it is alive. */
  async ping(): Promise<void> {
    await this.#with.send({ type: "ping" });
    const answer = await this.#with.read(this.#start.limits.ready, "pong");
    if (answer.type !== "pong") this.#with.fail(`the message "${answer.type}" where "pong" was due`);
  }

  /**
   * Samples. Every sequence goes to `take` as it comes; how the run ended is the result. An adapter that cannot go on is
   * an {@link AdapterFailure}, after the sequences that came.
   */
  async run(request: RunRequest, take: (sequence: Sequence) => void): Promise<RunEnd> {
    const { limits, now } = this.#start;
    const line = lineOf({ type: "run", ...request });
    if (line === undefined) return { kind: "refused", received: 0, message: TOO_LONG, calls: [0, 0] };
    await this.#with.write(line);
    const started = now();
    let received = 0;
    let calls: [number, number] = [0, 0];
    for (;;) {
      const wait = patience(limits, (now() - started) / 1000, received, request.chunk);
      const message = await this.#with.read(wait, received === 0 ? "a first sequence" : "the next sequence");
      if (message.type === "samples" && message.run === request.run) {
        const { first, tokens, rounds } = message;
        if (tokens.length === 0) return this.#with.fail('"samples" without a sequence');
        if (first !== received) return this.#with.fail(`sequence ${first} where number ${received} was due`);
        if (received + tokens.length > request.count)
          return this.#with.fail(`${received + tokens.length} sequences, ${request.count} were asked for`);
        if (message.calls !== undefined) calls = [calls[0] + message.calls[0], calls[1] + message.calls[1]];
        tokens.forEach((row, at) => {
          const reported = rounds?.[at];
          take({ index: first + at, tokens: row, ...(reported === undefined ? {} : { rounds: reported }) });
        });
        received += tokens.length;
      } else if (message.type === "done" && message.run === request.run) {
        return { kind: "done", received, announced: message.count, calls };
      } else if (message.type === "error" && message.run === request.run) {
        if (message.sample > request.count)
          return this.#with.fail(`an error of sequence ${message.sample}, ${request.count} were asked for`);
        this.#with.failedRun = request.run;
        return { kind: "error", received, sample: message.sample, message: message.message, calls };
      } else if (message.type === "refused" && message.id === request.run) {
        return { kind: "refused", received, message: message.message, calls };
      } else {
        return this.#with.fail(`the message "${message.type}" in the middle of the run ${request.run}`);
      }
    }
  }

  /** Says goodbye and ends the whole process group. True when the adapter left by itself. */
  close(): Promise<boolean> {
    return this.#with.close();
  }

  /** Ends the whole process group at once. */
  kill(): void {
    this.#with.kill();
  }
}
