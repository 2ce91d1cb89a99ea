import { fromUnicode, type Text } from "./text.ts";

/** The bytes that are written as themselves in a byte-level vocabulary: printable Latin-1 without the soft hyphen. */
const isPrintable = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;

/** Byte to character and back: the others are written as U+0100, U+0101 and so on (GPT-2's `bytes_to_unicode`). */
const byteLevelCharacters = (): string[] => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(isPrintable(byte) ? byte : next++));
};
const characterOf: readonly string[] = byteLevelCharacters();
const byteOf: ReadonlyMap<string, Text> = new Map(
  characterOf.map((character, byte) => [character, String.fromCharCode(byte)]),
);

/** The bytes of a byte-level token string, `Ġthe`; undefined where a character stands for no byte. */
export function byteLevelText(piece: string): Text | undefined {
  let text = "";
  for (const character of piece) {
    const byte = byteOf.get(character);
    if (byte === undefined) return undefined;
    text += byte;
  }
  return text;
}

/** The byte-level token string of some bytes. */
export function byteLevelPiece(text: Text): string {
  return Array.from(text, (byte) => characterOf[byte.charCodeAt(0)]).join("");
}

/** SentencePiece's sign for a space, U+2581. */
export const SPACE_SIGN = "\u2581";

const BYTE_PIECE = /^<0x([0-9A-F]{2})>$/;

/** Is this the name of a single byte, `<0x0A>`? */
export function isBytePiece(piece: string): boolean {
  return BYTE_PIECE.test(piece);
}

/** The bytes of a byte-fallback token string: `<0x0A>` is one byte, U+2581 a space, all else its UTF-8. */
export function byteFallbackText(piece: string): Text {
  const byte = BYTE_PIECE.exec(piece)?.[1];
  return byte === undefined
    ? fromUnicode(piece.replaceAll(SPACE_SIGN, " "))
    : String.fromCharCode(Number.parseInt(byte, 16));
}

/** The byte-fallback name of one byte. */
export function bytePiece(byte: Text): string {
  return `<0x${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}>`;
}
