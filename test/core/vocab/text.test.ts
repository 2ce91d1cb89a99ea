import fc from "fast-check";
import { expect, test } from "vitest";
import { characters, fromBytes, fromUnicode, show, toBytes, toUnicode } from "../../../src/core/vocab/text.ts";

test("a text is its bytes", () => {
  expect(toBytes(fromUnicode("é"))).toEqual(Uint8Array.of(0xc3, 0xa9));
  expect(fromUnicode("é")).toHaveLength(2);
  expect(toUnicode(fromUnicode("aé漢😀"))).toBe("aé漢😀");
  expect(toUnicode(fromUnicode("\ufeffa"))).toBe("\ufeffa");
});

const bytes = fc.uint8Array({ maxLength: 12 });

test("there and back", () => {
  fc.assert(
    fc.property(bytes, (b) => String(toBytes(fromBytes(b))) === String(b)),
    { seed: 1 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (s) => toUnicode(fromUnicode(s)) === s),
    { seed: 1 },
  );
});

test.each([
  ["a lone first byte", [0xc3], "<c3>"],
  ["an overlong form", [0xc0, 0x80], "<c0 80>"],
  ["half a surrogate", [0xed, 0xa0, 0x80], "<ed a0 80>"],
  ["a byte above all", [0x61, 0xff], "<61 ff>"],
])("%s is no character", (_, codes, shown) => {
  const text = fromBytes(Uint8Array.from(codes));
  expect(toUnicode(text)).toBeUndefined();
  expect(show(text)).toBe(shown);
});

test("bytes of no valid character stand alone", () => {
  const text = `a${fromUnicode("é漢")}\xc3b\xff${fromUnicode("😀")}\xe6\xbc`;
  expect(characters(text).map(show)).toEqual(["a", "é", "漢", "<c3>", "b", "<ff>", "😀", "<e6>", "<bc>"]);
});

test("splitting loses nothing, and splits valid text into its characters", () => {
  fc.assert(
    fc.property(bytes, (b) => characters(fromBytes(b)).join("") === fromBytes(b)),
    { seed: 1 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (s) => {
      expect(characters(fromUnicode(s)).map(toUnicode)).toEqual([...s]);
    }),
    { seed: 1 },
  );
});
