import type { readSync } from "node:fs";
import { expect, test } from "vitest";
import { readLine, TASKS, VERDICTS } from "../../src/modules/lines.ts";

/** A pipe that gives these parts, one a read, and then its end; it refuses to be read in another way. */
const pipe = (descriptor: number, parts: readonly Uint8Array[]) => {
  const left = [...parts];
  let reads = 0;
  const read = (from: number, into: Uint8Array, offset: number, length: number, position: number | null): number => {
    reads += 1;
    expect([from, offset, length, position]).toEqual([descriptor, 0, into.length, null]);
    const part = left.shift() ?? new Uint8Array();
    expect(part.length).toBeLessThanOrEqual(length);
    into.set(part, offset);
    return part.length;
  };
  return { next: readLine(read as unknown as typeof readSync, descriptor), reads: () => reads };
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("several lines of one part are read once, and the end is undefined", () => {
  const { next, reads } = pipe(3, [bytes("one\ntwo\n\nthree\n")]);
  expect([next(), next(), next(), next(), reads()]).toEqual(["one", "two", "", "three", 1]);
  expect([next(), next(), reads()]).toEqual([undefined, undefined, 3]);
});

test("a line in several parts is one line, also where a part ends within a character", () => {
  const whole = bytes("é😀ψ\nrest\n");
  const { next } = pipe(7, [whole.subarray(0, 1), whole.subarray(1, 4), whole.subarray(4, 12), whole.subarray(12)]);
  expect([next(), next(), next()]).toEqual(["é😀ψ", "rest", undefined]);
});

test("a shorter part leaves nothing of a longer one, and what no line break ends is no line", () => {
  const { next } = pipe(3, [bytes("a long first line\n"), bytes("b\n"), bytes("unfinished")]);
  expect([next(), next(), next()]).toEqual(["a long first line", "b", undefined]);
});

test("a line may be longer than a part", () => {
  const long = "x".repeat(65_536);
  const { next } = pipe(3, [bytes(long), bytes(long), bytes("\n")]);
  expect(next()).toBe(long + long);
});

test("tasks come and answers go on pipes of their own, beside those of every process", () => {
  expect(new Set([0, 1, 2, TASKS, VERDICTS]).size).toBe(5);
});
