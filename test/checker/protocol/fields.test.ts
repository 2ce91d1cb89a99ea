import { describe, expect, test } from "vitest";
import { excerpt, Fields, isCount } from "../../../src/checker/protocol/fields.ts";
import { ProtocolError } from "../../../src/checker/protocol/protocol-error.ts";

const at = (object: Record<string, unknown>) => new Fields(object, '{"line":1}');
/** What is said where a field is refused. */
const refused = (key: string, expected: string): ProtocolError =>
  new ProtocolError(`a message whose "${key}" is not ${expected}: "{\\"line\\":1}"`);

test("a count is a whole number from 0 to the most, as exact as a double can be", () => {
  for (const value of [0, 1, 7]) expect(isCount(value, 7)).toBe(true);
  for (const value of [-1, 8, 0.5, Number.NaN, "3", null, undefined, true]) expect(isCount(value, 7)).toBe(false);
  expect([isCount(Number.MAX_SAFE_INTEGER), isCount(2 ** 53)]).toEqual([true, false]);
});

test("an excerpt is at most eighty characters, in quotation marks", () => {
  expect(excerpt('a"b')).toBe('"a\\"b"');
  expect(excerpt("x".repeat(80))).toBe(`"${"x".repeat(80)}"`);
  expect(excerpt("x".repeat(81))).toBe(`"${"x".repeat(80)}… (81 characters)"`);
});

test("a refusal names the field, what was expected, and the line", () => {
  expect(() => at({}).refuse("a", "seven")).toThrow(refused("a", "seven"));
  expect(refused("a", "seven").message).toBe(
    'protocol error: received a message whose "a" is not seven: "{\\"line\\":1}"',
  );
});

test("a field is there unless it is missing, null or inherited", () => {
  const fields = at({ zero: 0, none: null, empty: "", not: false });
  expect(["zero", "empty", "not"].map((key) => fields.has(key))).toEqual([true, true, true]);
  expect(["none", "other", "toString"].map((key) => fields.has(key))).toEqual([false, false, false]);
});

describe("what is missing has its replacement, what is wrong has none:", () => {
  test("scalars", () => {
    const fields = at({ a: "x", b: 1, c: false, d: [], e: null });
    expect(["a", "b", "c", "d0", "e"].map((key) => fields.scalar(key, 7))).toEqual(["x", 1, false, 7, 7]);
    expect(() => fields.scalar("d", 7)).toThrow(refused("d", "a string, a number or a truth value"));
  });
  test("texts, also as numbers, up to ten thousand characters", () => {
    const long = "x".repeat(10_000);
    const fields = at({ a: "x", b: 12, c: long, d: `${long}x`, e: true, f: null });
    expect(["a", "b", "c"].map((key) => fields.text(key))).toEqual(["x", "12", long]);
    expect(["a", "b", "none", "f"].map((key) => fields.text(key, "y"))).toEqual(["x", "12", "y", "y"]);
    for (const key of ["d", "e", "f", "none"]) expect(() => fields.text(key)).toThrow(refused(key, "a string"));
    for (const key of ["d", "e"]) expect(() => fields.text(key, "y")).toThrow(refused(key, "a string"));
  });
  test("truth values", () => {
    const fields = at({ a: true, b: false, c: 1, d: null });
    expect(["a", "b", "d", "none"].map((key) => fields.flag(key, true))).toEqual([true, false, true, true]);
    expect(fields.flag("none", false)).toBe(false);
    expect(() => fields.flag("c", true)).toThrow(refused("c", "true or false"));
  });
  test("whole numbers between their bounds", () => {
    const fields = at({ zero: 0, two: 2, five: 5, half: 0.5, null: null });
    expect([fields.whole("zero"), fields.whole("two", { least: 2 }), fields.whole("five", { most: 5 })]).toEqual([
      0, 2, 5,
    ]);
    expect([fields.whole("none", { missing: 9, most: 5 }), fields.whole("null", { missing: 9 })]).toEqual([9, 9]);
    expect(fields.whole("two", { missing: 9 })).toBe(2);
    expect(() => fields.whole("half", { missing: 9 })).toThrow(refused("half", "a whole number from 0"));
    expect(() => fields.whole("none")).toThrow(refused("none", "a whole number from 0"));
    expect(() => fields.whole("two", { least: 3 })).toThrow(refused("two", "a whole number from 3"));
    expect(() => fields.whole("five", { least: 1, most: 4 })).toThrow(refused("five", "a whole number from 1 to 4"));
  });
  test("lists", () => {
    const fields = at({ a: [1, "x"], b: {} });
    expect(fields.list("a")).toEqual([1, "x"]);
    for (const key of ["b", "none"]) expect(() => fields.list(key)).toThrow(refused(key, "a list"));
  });
  test("lists of short texts, at most a thousand", () => {
    const [most, longest] = [new Array<string>(1000).fill("x"), "x".repeat(200)];
    const fields = at({
      a: ["x", longest],
      b: most,
      c: [...most, "x"],
      d: [`${longest}x`],
      e: ["x", 1],
      f: "x",
      g: null,
    });
    expect([fields.texts("a"), fields.texts("b")]).toEqual([["x", longest], most]);
    expect([fields.texts("none", ["y"]), fields.texts("g", []), fields.texts("a", [])]).toEqual([
      ["y"],
      [],
      ["x", longest],
    ]);
    for (const key of ["c", "d", "e"]) expect(() => fields.texts(key)).toThrow(refused(key, "a list of short strings"));
    expect(() => fields.texts("f", [])).toThrow(refused("f", "a list"));
    expect(() => fields.texts("none")).toThrow(refused("none", "a list"));
  });
});
