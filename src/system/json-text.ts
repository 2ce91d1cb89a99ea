/** What a terminal would obey where it stands in JSON text: line breaks between its lines are left. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");

/** A value as JSON text that a terminal shows and does not obey: the same value, whatever its strings hold. */
export function jsonText(value: unknown, replace?: (key: string, value: unknown) => unknown): string {
  return JSON.stringify(value, replace, 2).replace(UNPRINTABLE, escaped);
}
