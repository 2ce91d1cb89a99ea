import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { endWithUs, letGo } from "../system/end-with-us.ts";
import { passedEnvironment } from "../system/passed-environment.ts";
import { TASKS, VERDICTS } from "./lines.ts";
import { residentMegabytes } from "./resident-memory.ts";
import type { ModuleReply, ModuleTask } from "./task.ts";

/** What somebody's module may use. */
export interface ModuleLimits {
  /** For one task. */
  readonly seconds: number;
  /** Resident size. */
  readonly megabytes: number;
}

export const moduleLimits: ModuleLimits = { seconds: 120, megabytes: 2048 };

/** To start, before there is a module: on the slowest machine. */
const START_SECONDS = 60;
/** How often the size is looked at, in milliseconds. */
const LOOK = 100;
/** Longest answer, in characters; what a process says beyond it is no answer. */
const LONGEST = 64 * 2 ** 20;
/** Processes that may be lost before nothing more is tried. */
const MOST_LOST = 3;

/** What the language provides stays as it is. */
const FLAGS = ["--frozen-intrinsics", "--no-warnings"];

/** What a process is for. */
export type Role = "exact" | "sampled";

/** No answer: the process hung, ended or grew too large. */
export interface Lost {
  readonly lost: string;
}

/**
 * Runs somebody's module in a process of its own, one for all tasks and a new one only after a hang or an end.
 *
 * Answers come on a pipe of their own behind a secret word, so that nothing the module prints, posts or writes is taken for
 * one. Time and resident memory are bounded; what it prints goes to `printed`.
 */
export class ModuleProcess {
  readonly #role: Role;
  readonly #host: string;
  readonly #limits: ModuleLimits;
  readonly #printed: (text: string) => void;
  #running: Running | undefined;
  #lost = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** `role`: whether the module is looked at exactly, or only run; `host`: the script that answers its tasks. */
  constructor(role: Role, host: string, printed: (text: string) => void, limits: ModuleLimits = moduleLimits) {
    this.#role = role;
    this.#host = host;
    this.#printed = printed;
    this.#limits = limits;
  }

  /** Answers one task after another. */
  ask(task: ModuleTask): Promise<ModuleReply | Lost> {
    const answer = this.#turn.then(() => this.#answer(task));
    this.#turn = answer;
    return answer;
  }

  async #answer(task: ModuleTask): Promise<ModuleReply | Lost> {
    if (this.#lost >= MOST_LOST) return { lost: `${MOST_LOST} ends without an answer before; nothing more is tried` };
    this.#running ??= new Running(this.#role, this.#host, this.#printed, this.#limits);
    const reply = await this.#running.ask(task);
    if ("lost" in reply) {
      this.#lost += 1;
      this.#running.kill();
      this.#running = undefined;
    }
    return reply;
  }

  close(): void {
    this.#running?.kill();
    this.#running = undefined;
  }
}

/** One process. */
class Running {
  readonly #child: ChildProcess;
  readonly #secret = randomBytes(16).toString("hex");
  readonly #limits: ModuleLimits;
  #rest = "";
  #ready: Promise<ModuleReply | Lost> | undefined;
  #settle: ((reply: ModuleReply | Lost) => void) | undefined;
  #ended: string | undefined;

  constructor(role: Role, host: string, printed: (text: string) => void, limits: ModuleLimits) {
    this.#limits = limits;
    const pipes = ["ignore", "pipe", "pipe", "pipe", "pipe"] as const;
    this.#child = spawn(process.execPath, [...FLAGS, `--max-old-space-size=${limits.megabytes}`, host, role], {
      stdio: [...pipes],
      detached: true,
      env: passedEnvironment(process.env, []),
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on("data", (part) => printed(String(part)));
    const verdicts = this.#child.stdio[VERDICTS] as Readable;
    verdicts.setEncoding("utf8").on("data", (part: string) => this.#hear(part));
    for (const stream of this.#child.stdio) stream?.on("error", () => undefined);
    this.#child.once("error", (error) => this.#end(`no start: ${error.message}`));
    this.#child.once("exit", (code, signal) => this.#end(`its end without an answer (${signal ?? `status ${code}`})`));
    endWithUs(this.kill);
    this.#write(this.#secret);
  }

  /** The time of a task begins when the process is ready. */
  async ask(task: ModuleTask): Promise<ModuleReply | Lost> {
    this.#ready ??= this.#heard(START_SECONDS, undefined);
    const ready = await this.#ready;
    return "lost" in ready ? ready : this.#heard(this.#limits.seconds, task);
  }

  /** The next thing that the process says, within its limits. */
  #heard(seconds: number, task: ModuleTask | undefined): Promise<ModuleReply | Lost> {
    if (this.#ended !== undefined) return Promise.resolve({ lost: this.#ended });
    const { megabytes } = this.#limits;
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#end(`no answer within ${seconds} s`), seconds * 1000);
      const look = setInterval(async () => {
        const size = await residentMegabytes(this.#child.pid ?? 0);
        if (size !== undefined && size > megabytes) this.#end(`more than ${megabytes} MB of memory`);
      }, LOOK);
      this.#settle = (reply) => {
        clearTimeout(late);
        clearInterval(look);
        this.#settle = undefined;
        resolve(reply);
      };
      if (task !== undefined) this.#write(JSON.stringify(task));
    });
  }

  readonly kill = (): void => {
    letGo(this.kill);
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // Nobody is left in the group.
    }
    for (const stream of this.#child.stdio) stream?.destroy();
  };

  #write(line: string): void {
    (this.#child.stdio[TASKS] as Writable).write(`${line}\n`);
  }

  /** Only what is new is looked through, however long the line that it belongs to. */
  #hear(part: string): void {
    const [first = "", ...others] = part.split("\n");
    this.#rest += first;
    for (const next of others) {
      const line = this.#rest;
      this.#rest = next;
      // What lacks the secret is not this laboratory's: the module has found the pipe and writes to it.
      if (line.startsWith(`${this.#secret} `)) this.#settle?.(JSON.parse(line.slice(this.#secret.length + 1)));
    }
    if (this.#rest.length > LONGEST) this.#end("an answer without end");
  }

  #end(what: string): void {
    this.#ended ??= what;
    this.#settle?.({ lost: what });
  }
}
