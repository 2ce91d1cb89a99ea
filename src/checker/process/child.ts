import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { endWithUs, letGo } from "../../system/end-with-us.ts";
import { passedEnvironment } from "../../system/passed-environment.ts";
import { AdapterFailure } from "./adapter-failure.ts";

/** How much of what a child writes to its standard error is kept, in bytes. */
const KEPT = 64 * 1024;

/** A command in a process group of its own, so that ending it ends whatever it started. */
export class Child {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #end = (): void => this.kill();
  #errors: Buffer = Buffer.alloc(0);
  #status: string | undefined;
  /** Settles when the command is gone, however. */
  readonly gone: Promise<void>;

  /** `environment` holds where the surroundings do not say otherwise; `passed` names what it gets of them besides. */
  constructor(
    command: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    passed: readonly string[] = [],
  ) {
    this.#process = start(command, { ...environment, ...passedEnvironment(process.env, passed) });
    this.gone = new Promise((resolve) => {
      this.#process.once("error", (error) => {
        this.#status ??= `cannot be started: ${error.message}`;
        resolve();
      });
      this.#process.once("exit", (code, signal) => {
        this.#status ??= code === null ? `was ended by ${signal}` : `exited with status ${code}`;
        resolve();
      });
    });
    // A child that is gone breaks the pipe: its end is reported as such, not as an error of ours.
    for (const stream of [this.#process.stdin, this.#process.stdout, this.#process.stderr]) {
      stream.on("error", () => undefined);
    }
    this.#process.stderr.on("data", (chunk: Buffer) => {
      this.#errors = Buffer.concat([this.#errors, chunk]).subarray(-KEPT);
    });
    endWithUs(this.#end);
  }

  get stdout(): Readable {
    return this.#process.stdout;
  }

  /** Writes; false when the child is slow to read and the writer should wait for `drained`. */
  write(text: string): boolean {
    return this.#process.stdin.writable ? this.#process.stdin.write(text) : true;
  }

  get drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#process.stdin.once("drain", resolve);
      void this.gone.then(resolve);
    });
  }

  closeInput(): void {
    this.#process.stdin.end();
  }

  /** How it ended, if it did. */
  get status(): string | undefined {
    return this.#status;
  }

  /** The last lines of its standard error. */
  errors(lines: number): string[] {
    return this.#errors.toString("utf8").trimEnd().split("\n").slice(-lines);
  }

  /** Ends the whole group, also where its first process is gone already. */
  kill(): void {
    letGo(this.#end);
    const { pid, stdin, stdout, stderr } = this.#process;
    try {
      if (pid !== undefined) process.kill(-pid, "SIGKILL");
    } catch {
      // Nobody is left in the group.
    }
    for (const stream of [stdin, stdout, stderr]) stream.destroy();
  }
}

/** Some names cannot even be tried, such as one that is too long or that goes through a file. */
const start = ([command = "", ...args]: readonly string[], env: Readonly<Record<string, string>>) => {
  try {
    return spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], detached: true, env });
  } catch (error) {
    throw new AdapterFailure(`the adapter cannot be started: ${(error as Error).message}`);
  }
};
