import { expect, test } from "vitest";
import { printable } from "../../../src/core/vocab/printable.ts";

test("what a terminal would obey is written out", () => {
  expect(printable("a\u001b[2Kb\r\u0007c")).toBe("a\\u{1b}[2Kb\\u{d}\\u{7}c");
  expect(printable("\u202e0 = pag")).toBe("\\u{202e}0 = pag");
  expect(printable("one\ntwo\u2028three\u2029four\tfive")).toBe("one\\u{a}two\\u{2028}three\\u{2029}four\\u{9}five");
  expect(printable("\ud800x")).toBe("\\u{d800}x");
  expect(printable("\u009b31mred")).toBe("\\u{9b}31mred");
});

test("what can be read stays as it is", () => {
  for (const text of ["", "plain", "ψ ≤ q′", "東京へ", "🙂", "a\\u{1b}"]) expect(printable(text)).toBe(text);
});

test("long text is cut, and says how long it was", () => {
  expect(printable("x".repeat(11), 10)).toBe(`${"x".repeat(10)}… (11 characters)`);
  expect(printable("x".repeat(10), 10)).toBe("x".repeat(10));
  expect(printable("\u0000".repeat(5_000)).length).toBeLessThan(5 * 2_000 + 30);
});
