import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { BadInput, shown } from "../core/worlds/bad-input.ts";
import { readText } from "./files.ts";

/** Largest lock read, in bytes. */
const LARGEST = 4_096;

/** A process, told from all others: a number alone is used again after it has ended, or in another container. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  /** When the machine was started, and the process on it, where the system says so. */
  readonly boot: string | null;
  readonly start: string | null;
}

/** A lock that is held. */
export interface Lock {
  /** Refuses to go on where somebody has taken the lock away. */
  check(): void;
  release(): void;
}

/**
 * Locks a file against other runs, by a file beside it that is created exclusively and says who holds it.
 *
 * A lock whose process has ended on this host is taken over; one of another host cannot be judged, and is refused with
 * what to do.
 */
export function lockFile(file: string): Lock {
  const lock = `${file}.lock`;
  const mine = JSON.stringify(holder());
  if (!created(lock, mine)) {
    takeOver(file, lock);
    if (!created(lock, mine)) throw held(file, lock, readText(lock, LARGEST));
  }
  return {
    check: () => {
      if (textOf(lock) !== mine) throw new BadInput(lock, "the lock of this run gone", "one that stays until it ends");
    },
    release: () => {
      if (textOf(lock) === mine) rmSync(lock, { force: true });
    },
  };
}

const created = (lock: string, text: string): boolean => {
  try {
    const descriptor = openSync(lock, "wx");
    try {
      writeFileSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new BadInput(lock, `a place that cannot be written: ${(error as Error).message}`, "one that can");
  }
};

/** Moves the lock of a process that has ended out of the way; refuses one that may still be held. */
const takeOver = (file: string, lock: string): void => {
  const found = textOf(lock);
  if (found === undefined) return;
  if (!isOver(found)) throw held(file, lock, found);
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  // Another run may have been faster: what was moved is then its new lock, and goes back.
  const moved = textOf(aside);
  if (moved !== found) {
    try {
      linkSync(aside, lock);
    } catch {}
  }
  rmSync(aside, { force: true });
  if (moved !== found) throw held(file, lock, moved ?? "");
};

const textOf = (lock: string): string | undefined => {
  try {
    return readText(lock, LARGEST);
  } catch {
    return undefined;
  }
};

const held = (file: string, lock: string, text: string): BadInput => {
  const by = parsed(text);
  const who = by === undefined ? shown(text) : `process ${by.pid} on ${shown(by.host)}`;
  return new BadInput(file, `a run that goes on with it, ${who}`, `none; if that one has ended, remove ${lock}`);
};

const parsed = (text: string): Holder | undefined => {
  try {
    const { host, pid, boot, start } = JSON.parse(text) as Partial<Holder>;
    if (typeof host !== "string" || !Number.isInteger(pid) || (pid as number) < 1) return undefined;
    return { host, pid: pid as number, boot: boot ?? null, start: start ?? null };
  } catch {
    return undefined;
  }
};

/** Has the process that wrote this ended on this host? Whatever is unsure has not. */
const isOver = (text: string): boolean => {
  const by = parsed(text);
  if (by === undefined || by.host !== hostname()) return false;
  const { boot } = holder();
  if (by.boot !== null && boot !== null && by.boot !== boot) return true;
  if (by.start !== null && startOf(by.pid) !== null) return startOf(by.pid) !== by.start;
  try {
    process.kill(by.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
};

const holder = (): Holder => ({
  host: hostname(),
  pid: process.pid,
  boot: ofSystem("/proc/sys/kernel/random/boot_id"),
  start: startOf(process.pid),
});

/** When a process was started, in ticks since the machine was: the twentieth field after the name, which may hold anything. */
const startOf = (pid: number): string | null => {
  const status = ofSystem(`/proc/${pid}/stat`);
  return status?.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? null;
};

const ofSystem = (file: string): string | null => {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
};
