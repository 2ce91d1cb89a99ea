import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escaped } from "../../pages/figures/text.ts";
import { link } from "../html.ts";
import { markdown } from "../markdown.ts";
import { filesIn, type Material } from "../material.ts";
import type { Page } from "../page.ts";
import { resolveFrom } from "./guides.ts";

type Text = string | readonly string[];

interface Output {
  readonly output_type: string;
  readonly text?: Text;
  readonly data?: Readonly<Record<string, Text | object>>;
}

interface Cell {
  readonly cell_type: string;
  readonly source: Text;
  readonly outputs?: readonly Output[];
}

const joined = (text: Text): string => (typeof text === "string" ? text : text.join(""));

const image = (type: string, base64: string, alt = "Figure drawn by the cell above"): string =>
  `<figure><img alt="${escaped(alt)}" src="data:${type};base64,${base64}"></figure>`;

/** The richest form of an output that is safe to show: drawings as images, else text. Markup from a notebook is not run. */
const output = ({ text, data = {} }: Output): string => {
  const of = (type: string): string | undefined => {
    const found = data[type];
    return typeof found === "string" || Array.isArray(found) ? joined(found as Text) : undefined;
  };
  const svg = of("image/svg+xml");
  if (svg !== undefined) return image("image/svg+xml", Buffer.from(svg, "utf8").toString("base64"), of("text/plain"));
  const png = of("image/png");
  if (png !== undefined) return image("image/png", png.replace(/\s/g, ""), of("text/plain"));
  const formatted = of("text/markdown");
  if (formatted !== undefined) return markdown(formatted);
  const plain = text === undefined ? of("text/plain") : joined(text);
  return plain === undefined
    ? ""
    : `<pre tabindex="0" role="group" aria-label="output"><code>${escaped(plain)}</code></pre>`;
};

/** An executed notebook's cells as HTML. */
export const notebookBody = (json: string, resolve: (href: string) => string): { title: string; body: string } => {
  const { cells } = JSON.parse(json) as { cells: readonly Cell[] };
  const parts = cells.map(({ cell_type, source, outputs = [] }) => {
    const text = joined(source);
    if (cell_type === "markdown") return markdown(text, resolve);
    const shown = `<details><summary>Code</summary><pre tabindex="0" role="group" aria-label="code"><code>${escaped(text)}</code></pre></details>`;
    return cell_type === "code" ? `${shown}\n${outputs.map(output).join("\n")}` : "";
  });
  const title = cells.map(({ source }) => /^# (.+)$/m.exec(joined(source))?.[1]).find((found) => found !== undefined);
  if (title === undefined) throw new Error("a notebook without a heading");
  return { title, body: parts.join("\n") };
};

/** One page for each executed notebook of `notebooks`, and their list; none where there are none. */
export const notebookPages = (material: Material): Page[] => {
  const pages = filesIn(material.root, "notebooks", ".ipynb").map((file) => {
    const { title, body } = notebookBody(readFileSync(join(material.root, file), "utf8"), resolveFrom(material, file));
    const path = file.replace(/\.ipynb$/, ".html");
    const above = `<nav aria-label="Breadcrumb"><small><a href="/index.html">lossless-lab</a> / <a href="/notebooks/index.html">notebooks</a></small></nav>`;
    return { path, title, description: `Notebook: ${title}`, wide: true, body: `${above}\n${body}` };
  });
  if (pages.length === 0) return [];
  const list = pages.map(({ path, title }) => `<li>${link(`/${path}`, escaped(title))}</li>`);
  const index = {
    path: "notebooks/index.html",
    title: "Notebooks",
    description: "Executed notebooks with their figures",
    body: `<h1>Notebooks</h1><p class="lead">Executed, with their outputs as committed.</p><ul>${list.join("")}</ul>`,
  };
  return [index, ...pages];
};
