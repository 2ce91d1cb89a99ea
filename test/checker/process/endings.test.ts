import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { endWithUs, letGo } from "../../../src/system/end-with-us.ts";
import { Endings } from "../../../src/system/endings.ts";

/** A process that can be heard, but not ended. */
class Fake extends EventEmitter {
  readonly pid = 42;
  readonly killed: [number, string][] = [];
  kill(pid: number, signal: string): void {
    this.killed.push([pid, signal]);
  }
}

const watched = () => {
  const process = new Fake();
  const endings = new Endings(process);
  const ended: string[] = [];
  const one = (name: string) => () => void ended.push(name);
  return { process, endings, ended, one };
};
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

test("a process that has no children is not listened to", () => {
  const { process } = watched();
  expect(process.eventNames()).toEqual([]);
});

test("children end with the process, each once, but not those that were let go", () => {
  const { process, endings, ended, one } = watched();
  const [a, b, c] = [one("a"), one("b"), one("c")];
  for (const end of [a, b, c, a]) endings.add(end);
  endings.delete(b);
  expect(["exit", ...signals].map((name) => process.listenerCount(name))).toEqual([1, 1, 1, 1]);
  process.emit("exit");
  expect([ended, process.killed]).toEqual([["a", "c"], []]);
});

describe.each(signals)("%s", (signal) => {
  test("ends children and then the process, as it would have ended by itself", () => {
    const { process, endings, ended, one } = watched();
    endings.add(one("a"));
    process.emit(signal);
    expect([ended, process.killed]).toEqual([["a"], [[42, signal]]]);
    expect(process.listenerCount(signal)).toBe(0);
  });
  test("leaves the end to whoever else listens", () => {
    const { process, endings, ended, one } = watched();
    endings.add(one("a"));
    process.on(signal, () => undefined);
    process.emit(signal);
    expect([ended, process.killed]).toEqual([["a"], []]);
  });
});

test("a child of this process that was let go is not ended with it", () => {
  const ended: string[] = [];
  const [kept, gone] = ["kept", "gone"].map((name) => () => void ended.push(name)) as [() => void, () => void];
  for (const end of [kept, gone]) endWithUs(end);
  letGo(gone);
  const atExit = process.listeners("exit").filter(({ name }) => name === "#endAll");
  expect(atExit).toHaveLength(1);
  for (const end of atExit as (() => void)[]) end();
  letGo(kept);
  expect(ended).toEqual(["kept"]);
});

test("this process is listened to from its first child on", () => {
  const end = () => undefined;
  endWithUs(end);
  const before = process.listenerCount("exit");
  expect(before).toBeGreaterThan(0);
  for (const signal of signals) expect(process.listenerCount(signal)).toBeGreaterThan(0);
  endWithUs(() => undefined);
  letGo(end);
  expect(process.listenerCount("exit")).toBe(before);
});
