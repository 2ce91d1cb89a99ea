import { escaped } from "../pages/figures/text.ts";

/** A word of code within a sentence. */
export function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** A link to a page of this site (from its root, "/findings.html") or elsewhere. */
export function link(href: string, html: string): string {
  return `<a href="${escaped(href)}">${html}</a>`;
}

/** Rows of a table: cells are HTML, the first is the row's heading. A group has a heading of its own. */
export interface Rows {
  readonly heading?: string;
  readonly rows: readonly { readonly id?: string; readonly cells: readonly string[] }[];
}

/** Columns that fit on a telephone; cells of wider tables stand there one below the other, each behind its column's name. */
const FITS = 2;

/** A table, seen whole at any width. `head` and `caption` are HTML. */
export function table(caption: string, head: readonly string[], groups: readonly Rows[], className = ""): string {
  const stacked = head.length > FITS;
  const body = groups.map(({ heading, rows }) => {
    const title =
      heading === undefined
        ? ""
        : `<tr><th scope="rowgroup" colspan="${head.length}" class="group">${heading}</th></tr>`;
    const lines = rows.map(({ id, cells: [first = "", ...rest] }) => {
      const cells = rest
        .map((cell, at) => {
          const whole = cell.startsWith("<td") ? cell : `<td>${cell}</td>`;
          return stacked ? whole.replace("<td", `<td data-label="${escaped(textOf(head[at + 1] ?? ""))}"`) : whole;
        })
        .join("");
      return `<tr${id === undefined ? "" : ` id="${escaped(id)}"`}><th scope="row">${first}</th>${cells}</tr>`;
    });
    return `<tbody>${title}${lines.join("\n")}</tbody>`;
  });
  // A heading stands where the numbers below it stand.
  const isNumbers = (column: number): boolean =>
    groups.some(({ rows }) => rows.length > 0) &&
    groups.every(({ rows }) => rows.every(({ cells }) => cells[column]?.startsWith('<td class="number"') ?? true));
  const headings = head.map(
    (cell, i) => `<th scope="col"${i > 0 && isNumbers(i) ? ' class="number"' : ""}>${cell}</th>`,
  );
  const label = escaped(textOf(caption));
  const classes = [className, ...(stacked ? ["stacked"] : [])].filter((name) => name !== "").join(" ");
  return `<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="${classes}"><caption>${caption}</caption><thead><tr>${headings.join(
    "",
  )}</tr></thead>${body.join("")}</table></div>`;
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, "");

/** Text that is meant to be copied: it can be selected, and a script adds a button. */
export function copyable(what: string, text: string): string {
  return `<div class="copy" data-what="${escaped(what)}"><pre tabindex="0" role="group" aria-label="${escaped(what)}"><code>${escaped(text)}</code></pre></div>`;
}
