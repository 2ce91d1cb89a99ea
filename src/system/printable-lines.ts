import { printable } from "../core/vocab/printable.ts";

/** Text of several lines that a terminal shows and does not obey; line breaks and tabs stay what they are. */
export function printableLines(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((part) => (part === "\n" || part === "\t" ? part : printable(part, Number.POSITIVE_INFINITY)))
    .join("");
}
