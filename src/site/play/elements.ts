/** An element of the page by its id. */
export function byId<E extends HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}

/** A new element with text or elements inside; never markup from a string. */
export function make(
  tag: string,
  inside: string | readonly Node[] = "",
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const element = document.createElement(tag);
  if (typeof inside === "string") element.textContent = inside;
  else element.append(...inside);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Names each cell after its column, for screens on which cells stand below one another. */
export function label(body: HTMLElement): void {
  const table = body.closest("table");
  if (table === null) return;
  const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent ?? "");
  for (const line of body.children)
    [...line.children].forEach((cell, at) => {
      if (cell.tagName === "TD") cell.setAttribute("data-label", heads[at] ?? "");
    });
}

/** A row of a table: its heading in code, then cells. */
export function row(heading: string, cells: readonly (string | Node)[]): HTMLElement {
  return make("tr", [
    make("th", [make("code", heading)], { scope: "row" }),
    ...cells.map((cell) => make("td", typeof cell === "string" ? cell : [cell])),
  ]);
}

/** A reduced fraction as people read it: itself when short, else to four places, the whole of it in its title. */
export function fraction(text: string): Node {
  if (text.length <= 9) return make("span", text);
  return make("span", `≈ ${decimal(text).toFixed(4)}`, { title: text });
}

/** A reduced fraction's value, near enough for a bar's length. */
export function decimal(text: string): number {
  const [numerator = 0n, denominator = 1n] = text.split("/").map(BigInt);
  return Number((numerator * 1_000_000n) / denominator) / 1_000_000;
}
