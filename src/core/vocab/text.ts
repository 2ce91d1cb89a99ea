/**
 * Text as bytes: a string in which every character code is one byte, 0 to 255.
 *
 * Real tokens are not all valid UTF-8 and decoding them one by one does not concatenate, so nothing between a file and a
 * printed line holds decoded characters.
 */
export type Text = string;

const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The bytes of a text made of Unicode characters.
 *
 * @example
 * fromUnicode("é").length; // → 2
 */
export function fromUnicode(characters: string): Text {
  return isAscii(characters) ? characters : fromBytes(encoder.encode(characters));
}

/** The text with these bytes. */
export function fromBytes(bytes: Uint8Array): Text {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The bytes of a text. */
export function toBytes(text: Text): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Every byte is an ASCII character, as most of a text is. */
const isAscii = (text: Text): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
};

/** The characters that the bytes spell, or undefined where they are not valid UTF-8. */
export function toUnicode(text: Text): string | undefined {
  if (isAscii(text)) return text;
  try {
    return strict.decode(toBytes(text));
  } catch {
    return undefined;
  }
}

/** For people: the characters, or `<e3 81>` for bytes that are not valid UTF-8. */
export function show(text: Text): string {
  return toUnicode(text) ?? `<${Array.from(toBytes(text), (byte) => byte.toString(16).padStart(2, "0")).join(" ")}>`;
}

/** Length in bytes of the UTF-8 character that starts at `at`; 1 where no valid character does. */
const characterLength = (text: Text, at: number): number => {
  const lead = text.charCodeAt(at);
  const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return toUnicode(text.slice(at, at + length)) === undefined || at + length > text.length ? 1 : length;
};

/** Splits into characters; a byte that belongs to no valid character stands alone. */
export function characters(text: Text): Text[] {
  const parts: Text[] = [];
  for (let at = 0; at < text.length; ) {
    const length = characterLength(text, at);
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return parts;
}
