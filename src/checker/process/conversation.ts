import type { FromAdapter, ToAdapter } from "../protocol/messages.ts";
import { LONGEST_LINE } from "../protocol/messages.ts";
import { ProtocolError } from "../protocol/protocol-error.ts";
import { readMessage } from "../protocol/read-message.ts";
import { AdapterFailure } from "./adapter-failure.ts";
import { Child } from "./child.ts";
import { Interrupted, OutOfTime } from "./ends.ts";
import { MOST_PINGS } from "./limits.ts";
import { LineReader, TimedOut } from "./line-reader.ts";
import type { Start } from "./start.ts";
import { within } from "./within.ts";

/** Messages to and from one process: every wait is bounded, and what is no message ends it. */
export class Conversation {
  readonly #start: Start;
  readonly #child: Child;
  readonly #lines: LineReader;
  /** A run that ended with an error may still say `done`. */
  failedRun: string | undefined;
  readonly #end = (): void => this.kill();

  constructor(start: Start) {
    if (start.signal?.aborted) throw new Interrupted();
    this.#start = start;
    this.#child = new Child(start.command, start.environment, start.passed);
    this.#lines = new LineReader(this.#child.stdout, LONGEST_LINE);
    start.signal?.addEventListener("abort", this.#end);
  }

  /** Says something that is always short. */
  async send(message: ToAdapter): Promise<void> {
    const line = lineOf(message);
    if (line === undefined) return this.fail(`no way to ask: ${TOO_LONG}`);
    await this.write(line);
  }

  /** Writes a line that {@link lineOf} made; an adapter must read what it is sent. */
  async write(line: string): Promise<void> {
    if (this.#child.write(line)) return;
    const { ready } = this.#start.limits;
    if (!(await within(this.#child.drained, ready))) this.fail(`nothing read from its standard input for ${ready} s`);
  }

  /** The next message that is no ping; pings are answered unless the adapter does nothing else. */
  async read(seconds: number, awaited: string): Promise<FromAdapter> {
    const { now, deadline } = this.#start;
    const end = now() + seconds * 1000;
    for (let pings = 0; ; pings++) {
      const left = Math.max(0, Math.min(end, deadline ?? end) - now());
      const message = await this.#message(left, (deadline ?? end) < end, seconds, awaited);
      if (message.type === "done" && message.run === this.failedRun) {
        this.failedRun = undefined;
        continue;
      }
      if (message.type === "bye") return this.fail(`"bye" where ${awaited} was due`);
      if (message.type !== "ping" && !(message.type === "pong" && !awaited.startsWith("pong"))) return message;
      if (pings === MOST_PINGS) return this.fail(`more than ${MOST_PINGS} pings where ${awaited} was due`);
      if (message.type === "ping") await this.send({ type: "pong" });
    }
  }

  async #message(milliseconds: number, budgeted: boolean, seconds: number, awaited: string): Promise<FromAdapter> {
    try {
      const line = await this.#lines.next(milliseconds);
      if (line !== undefined) return readMessage(line);
    } catch (error) {
      if (error instanceof TimedOut) {
        // A timer and the clock may differ by a little: what was waited for decides, not what the clock says now.
        if (budgeted) {
          this.kill();
          throw new OutOfTime();
        }
        return this.fail(`no ${awaited} within ${seconds.toFixed(0)} s`);
      }
      if (error instanceof ProtocolError) return this.fail(error.message, "");
      throw error;
    }
    // The end of the output comes a little before that of the process.
    await within(this.#child.gone, 1);
    return this.fail(`${this.#child.status ?? "closed its standard output"} where ${awaited} was due`, "the adapter ");
  }

  /** Ends the process: it broke the protocol, or did not keep a limit. */
  fail(what: string, prefix = "protocol error: received "): never {
    if (this.#start.signal?.aborted) {
      this.kill();
      throw new Interrupted();
    }
    const said = what.startsWith("no ") ? what : `${prefix}${what}`;
    const errors = this.#child.errors(5).filter((line) => line !== "");
    this.kill();
    throw new AdapterFailure(said, errors);
  }

  /** Says goodbye and ends the whole process group. True when the adapter left by itself. */
  async close(): Promise<boolean> {
    try {
      await this.send({ type: "bye" });
      this.#child.closeInput();
      await within(this.#child.gone, this.#start.limits.bye);
      return this.#child.status !== undefined;
    } catch (error) {
      if (error instanceof AdapterFailure || error instanceof OutOfTime) return false;
      throw error;
    } finally {
      this.kill();
    }
  }

  /** Ends the whole process group at once. */
  kill(): void {
    this.#start.signal?.removeEventListener("abort", this.#end);
    this.#child.kill();
  }
}

/** What is said of a message that no line can hold. */
export const TOO_LONG = `the message would be longer than ${LONGEST_LINE} bytes, the most that a line may hold`;

/** A message as a line; undefined where it is too long. */
export function lineOf(message: ToAdapter): string | undefined {
  const line = `${JSON.stringify(message)}\n`;
  return Buffer.byteLength(line) > LONGEST_LINE ? undefined : line;
}
