import { expect, test } from "vitest";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import {
  byteFallbackText,
  byteLevelPiece,
  byteLevelText,
  bytePiece,
  isBytePiece,
} from "../../../src/core/vocab/token-bytes.ts";

const allBytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join("");

test("the byte-level map is a bijection of all 256 bytes", () => {
  expect(new Set(byteLevelPiece(allBytes)).size).toBe(256);
  expect(byteLevelText(byteLevelPiece(allBytes))).toBe(allBytes);
});

test("byte-level: a space is Ġ, a newline Ċ, and a character is its UTF-8 bytes", () => {
  expect(byteLevelText("Ġthe")).toBe(" the");
  expect(byteLevelText("Ċ")).toBe("\n");
  expect(byteLevelPiece(fromUnicode("é"))).toBe("Ã©");
  expect(byteLevelText("▁")).toBeUndefined();
});

test("byte-fallback: U+2581 is a space, <0xNN> a byte, all else its UTF-8", () => {
  expect(byteFallbackText("▁the")).toBe(" the");
  expect(byteFallbackText("<0xE3>")).toBe("\xe3");
  expect(byteFallbackText("é")).toBe("\xc3\xa9");
  expect(
    [...allBytes].every((byte) => isBytePiece(bytePiece(byte)) && byteFallbackText(bytePiece(byte)) === byte),
  ).toBe(true);
  expect(isBytePiece("<0xZZ>")).toBe(false);
});
