import { describe, expect, test } from "vitest";
import { BadInput, shown } from "../../../src/core/worlds/bad-input.ts";
import { parseJson } from "../../../src/core/worlds/json.ts";
import { Reader } from "../../../src/core/worlds/reader.ts";

describe("JSON from outside", () => {
  test("as JSON.parse reads it", () => {
    const text = '{"a": [1, 2e3, "x\\u0041", null, true], "b": {"a": {}}, "__proto__": 1}';
    expect(parseJson("f", text)).toEqual(JSON.parse(text));
  });
  test.each([
    ["a key twice", '{"a": 1,\n "a": 1}', 'f, line 2: found the key "a" twice, expected it once'],
    ["a key twice in two spellings", '{"a": 1, "\\u0061": 1}', 'the key "a" twice'],
    ["a key twice deep inside", '[{"x": {"a": 1, "b": [], "a": 2}}]', 'the key "a" twice'],
    ["33 levels", "[".repeat(33) + "]".repeat(33), "nesting deeper than 32"],
    ["no end", "[1", "JSON"],
    ["a comment", "[1] // one", "JSON"],
    ["nothing", "", "JSON"],
  ])("%s is refused", (_, text, message) => {
    expect(() => parseJson("f", text)).toThrow(BadInput);
    expect(() => parseJson("f", text)).toThrow(message);
  });
  test("the same key in different objects, values that look like keys, and 32 levels are fine", () => {
    expect(parseJson("f", '[{"a": "a"}, {"a": {"a": "a"}}]')).toEqual([{ a: "a" }, { a: { a: "a" } }]);
    expect(() => parseJson("f", "[".repeat(32) + "]".repeat(32))).not.toThrow();
  });
});

test.each([
  [undefined, "nothing"],
  [[], "an empty list"],
  [[1, 2], "a list of 2"],
  [{ a: 1 }, "an object"],
  [null, "null"],
  [0.5, "0.5"],
  [Number.POSITIVE_INFINITY, "Infinity"],
  ['a"\n', '"a\\"\\n"'],
  ["x".repeat(100), `"${"x".repeat(59)}… (102 characters)`],
])("shown for people: %j", (value, text) => expect(shown(value)).toBe(text));

describe("a reader knows its path", () => {
  const at = new Reader("f.json", "$", { list: [{ "odd key": "x" }], number: 7, half: "\ud800", text: "abc" });
  const child = (key: string) => at.entries().get(key) as Reader;
  test.each([
    ["not a string", () => child("number").string(), "f.json at $.number: found 7, expected a string"],
    ["too long", () => child("text").string(2), 'found "abc", expected at most 2 characters'],
    ["half a character", () => child("half").string(), "found a lone surrogate, expected well-formed Unicode"],
    ["not a list", () => child("text").list(9), 'found "abc", expected a list'],
    ["too many", () => child("list").list(0), "found a list of 1, expected at most 0 entries"],
    ["not an object", () => child("list").object([]), "found a list of 1, expected an object"],
    [
      "a missing key",
      () => at.object(["list", "more"], ["number", "half", "text"]),
      'found none, expected the key "more"',
    ],
    ["an unknown key", () => at.object(["list"], ["number"]), 'the unknown key "half", expected one of list, number'],
    ["out of range", () => child("number").wholeNumber(0, 6), "found 7, expected a whole number from 0 to 6"],
    ["no number", () => child("text").wholeNumber(0, 6), 'found "abc", expected a whole number from 0 to 6'],
    [
      "deep inside",
      () => child("list").list(1)[0]?.entries().get("odd key")?.wholeNumber(0, 1),
      'f.json at $.list[0]["odd key"]: found "x"',
    ],
  ])("%s", (_, read, message) => {
    expect(read).toThrow(BadInput);
    expect(read).toThrow(message);
  });
  test("what is right is read", () => {
    expect([child("text").string(3), child("number").wholeNumber(7, 7), child("list").list(1).length]).toEqual([
      "abc",
      7,
      1,
    ]);
  });
});
