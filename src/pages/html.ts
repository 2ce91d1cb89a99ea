import type { Figure } from "./figures/frame.ts";
import { escaped } from "./figures/text.ts";

/** How strong an answer is; pages show it as a sign, a word and a border. */
export type Badge = "proved" | "refuted" | "unknown" | "bounded";

/** A verdict on a page; its scope stands beside it in words. */
export function badge(kind: Badge, word: string = kind): string {
  return `<span class="verdict ${kind}">${escaped(word)}</span>`;
}

/** A figure on a page, with the data behind it as a table that unfolds, when given. */
export function figureHtml({ svg }: Figure, data = ""): string {
  return `<figure>${svg}${data === "" ? "" : `<details><summary>The numbers in this figure</summary>${data}</details>`}</figure>`;
}

/** One cell of a table: text, or HTML that was made from escaped text; `numeric` columns are set flush right. */
export type TableCell = string | number | { readonly html: string; readonly className?: string };

/** A table with a caption and named rows, in a box that scrolls sideways by keyboard too. */
export function tableHtml(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
  className = "",
): string {
  const head = header.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  const body = rows.map(
    ([first = "", ...rest]) => `<tr><th scope="row">${inner(first)}</th>${rest.map(cell).join("")}</tr>`,
  );
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table class="${className}">` +
    `<caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`
  );
}

const inner = (value: TableCell): string =>
  typeof value === "object" ? value.html : escaped(typeof value === "number" ? value.toLocaleString("en") : value);

const cell = (value: TableCell): string => {
  const className = typeof value === "number" ? "number" : typeof value === "object" ? (value.className ?? "") : "";
  return `<td${className === "" ? "" : ` class="${className}"`}>${inner(value)}</td>`;
};
