import type { FromAdapter, Hello, RunRequest, ToAdapter } from "../protocol/messages.ts";
import { LONGEST_LINE } from "../protocol/messages.ts";
import { ProtocolError } from "../protocol/protocol-error.ts";
import { readMessage } from "../protocol/read-message.ts";
import type { WireWorld } from "../protocol/wire-world.ts";
import { AdapterFailure, OutOfTime } from "./adapter-failure.ts";
import { Child } from "./child.ts";
import { MOST_PINGS, PATIENCE } from "./limits.ts";
import { LineReader, TimedOut } from "./line-reader.ts";
import type { RunEnd, Sequence } from "./run-end.ts";
import type { Start } from "./start.ts";
import { within } from "./within.ts";

/** One process that speaks the protocol, and the only one who talks to it. Every wait is bounded. */
export class Adapter {
  readonly #start: Start;
  readonly #child: Child;
  readonly #lines: LineReader;
  /** Worlds that this process has, and its refusals. */
  readonly #worlds = new Map<string, string | undefined>();
  #hello: Hello | undefined;
  #questions = 0;
  /** A run that ended with an error may still say `done`. */
  #failedRun: string | undefined;

  private constructor(start: Start) {
    this.#start = start;
    this.#child = new Child(start.command, start.environment);
    this.#lines = new LineReader(this.#child.stdout, LONGEST_LINE);
  }

  /** Starts the command and waits for its `hello`. */
  static async open(start: Start): Promise<Adapter> {
    const adapter = new Adapter(start);
    const message = await adapter.#read(start.limits.hello, "hello");
    if (message.type !== "hello") return adapter.#fail(`the message "${message.type}" before "hello"`);
    adapter.#hello = message;
    return adapter;
  }

  get hello(): Hello {
    return this.#hello as Hello;
  }

  /** Sends a world once; what the adapter says where it refuses. */
  async load(id: string, world: WireWorld | null): Promise<string | undefined> {
    if (this.#worlds.has(id)) return this.#worlds.get(id);
    await this.#send({ type: "world", id, world });
    const answer = await this.#read(this.#start.limits.ready, `"ready" for the world ${id}`);
    if ((answer.type !== "ready" && answer.type !== "refused") || answer.id !== id)
      return this.#fail(`the message "${answer.type}" where "ready" or "refused" for ${id} was due`);
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
    await this.#send({ type: "score", id, world, side, contexts });
    const answer = await this.#read(this.#start.limits.ready, "scores");
    if (answer.type !== "scores" || answer.id !== id)
      return this.#fail(`the message "${answer.type}" where scores were due`);
    if (answer.rows.length !== contexts.length)
      return this.#fail(`${answer.rows.length} rows of scores for ${contexts.length} contexts`);
    return answer.rows;
  }

  /** Asks whether it is alive. */
  async ping(): Promise<void> {
    await this.#send({ type: "ping" });
    const answer = await this.#read(this.#start.limits.ready, "pong");
    if (answer.type !== "pong") this.#fail(`the message "${answer.type}" where "pong" was due`);
  }

  /**
   * Samples. Every sequence goes to `take` as it comes; how the run ended is the result. An adapter that cannot go on is
   * an {@link AdapterFailure}, after the sequences that came.
   */
  async run(request: RunRequest, take: (sequence: Sequence) => void): Promise<RunEnd> {
    const { limits, now } = this.#start;
    await this.#send({ type: "run", ...request });
    const started = now();
    let received = 0;
    let calls: [number, number] = [0, 0];
    for (;;) {
      const usual = received === 0 ? 0 : (now() - started) / 1000 / received;
      const wait = received === 0 ? limits.first : Math.max(limits.next, PATIENCE * usual * Math.max(1, request.chunk));
      const message = await this.#read(wait, received === 0 ? "a first sequence" : "the next sequence");
      if (message.type === "samples" && message.run === request.run) {
        const { first, tokens, rounds } = message;
        if (tokens.length === 0) return this.#fail('"samples" without a sequence');
        if (first !== received) return this.#fail(`sequence ${first} where number ${received} was due`);
        if (received + tokens.length > request.count)
          return this.#fail(`${received + tokens.length} sequences, ${request.count} were asked for`);
        if (message.calls !== undefined) calls = [calls[0] + message.calls[0], calls[1] + message.calls[1]];
        tokens.forEach((row, at) => {
          const reported = rounds?.[at];
          take({ index: first + at, tokens: row, ...(reported === undefined ? {} : { rounds: reported }) });
        });
        received += tokens.length;
      } else if (message.type === "done" && message.run === request.run) {
        return { kind: "done", received, announced: message.count, calls };
      } else if (message.type === "error" && message.run === request.run) {
        this.#failedRun = request.run;
        return { kind: "error", received, sample: message.sample, message: message.message, calls };
      } else if (message.type === "refused" && message.id === request.run) {
        return { kind: "refused", received, message: message.message, calls };
      } else {
        return this.#fail(`the message "${message.type}" in the middle of the run ${request.run}`);
      }
    }
  }

  /** Says goodbye and ends the whole process group. True when the adapter left by itself. */
  async close(): Promise<boolean> {
    try {
      await this.#send({ type: "bye" });
      this.#child.closeInput();
      await within(this.#child.gone, this.#start.limits.bye);
      return this.#child.status !== undefined;
    } catch (error) {
      if (error instanceof AdapterFailure || error instanceof OutOfTime) return false;
      throw error;
    } finally {
      this.#child.kill();
    }
  }

  /** Ends the whole process group at once. */
  kill(): void {
    this.#child.kill();
  }

  async #send(message: ToAdapter): Promise<void> {
    const line = `${JSON.stringify(message)}\n`;
    if (line.length > LONGEST_LINE) throw new RangeError(`a message of ${line.length} bytes`);
    if (this.#child.write(line)) return;
    const { ready } = this.#start.limits;
    if (!(await within(this.#child.drained, ready))) this.#fail(`nothing read from its standard input for ${ready} s`);
  }

  /** The next message that is no ping; pings are answered unless the adapter does nothing else. */
  async #read(seconds: number, awaited: string): Promise<FromAdapter> {
    const { now, deadline } = this.#start;
    const end = now() + seconds * 1000;
    for (let pings = 0; ; pings++) {
      const left = Math.max(0, Math.min(end, deadline ?? end) - now());
      const message = await this.#message(left, seconds, awaited);
      if (message.type === "done" && message.run === this.#failedRun) {
        this.#failedRun = undefined;
        continue;
      }
      if (message.type === "bye") return this.#fail(`"bye" where ${awaited} was due`);
      if (message.type !== "ping" && !(message.type === "pong" && !awaited.startsWith("pong"))) return message;
      if (pings === MOST_PINGS) return this.#fail(`more than ${MOST_PINGS} pings where ${awaited} was due`);
      if (message.type === "ping") await this.#send({ type: "pong" });
    }
  }

  async #message(milliseconds: number, seconds: number, awaited: string): Promise<FromAdapter> {
    try {
      const line = await this.#lines.next(milliseconds);
      if (line !== undefined) return readMessage(line);
    } catch (error) {
      if (error instanceof TimedOut) {
        const { deadline, now } = this.#start;
        if (deadline !== undefined && now() >= deadline) {
          this.kill();
          throw new OutOfTime();
        }
        return this.#fail(`no ${awaited} within ${seconds.toFixed(0)} s`);
      }
      if (error instanceof ProtocolError) return this.#fail(error.message, "");
      throw error;
    }
    // The end of the output comes a little before that of the process.
    await within(this.#child.gone, 1);
    return this.#fail(`${this.#child.status ?? "closed its standard output"} where ${awaited} was due`, "the adapter ");
  }

  #fail(what: string, prefix = "protocol error: received "): never {
    const said = what.startsWith("no ") ? what : `${prefix}${what}`;
    const errors = this.#child.errors(5).filter((line) => line !== "");
    this.kill();
    throw new AdapterFailure(said, errors);
  }
}
