/** Longest text that is shown unless told otherwise, in characters. */
const LONGEST = 2_000;

/** What a terminal obeys instead of showing: control and format characters, line and paragraph separators, halves of pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from outside as one line that a terminal shows and does not obey.
 *
 * Names and messages of worlds, modules and adapters can hold escape sequences, returns and marks that turn the reading
 * direction around, and so could write over a verdict. Each such character is written as `\u{…}`; a text longer than
 * `most` characters is cut, and says so.
 */
export function printable(text: string, most: number = LONGEST): string {
  const cut = text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;
  return cut.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);
}
