import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escaped } from "../../pages/figures/text.ts";
import { link } from "../html.ts";
import { inline, markdown } from "../markdown.ts";
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

/** What a notebook answers: the first sentences of the paragraph that every notebook ends with. */
const ADVICE = /^\*\*For someone choosing a drafter\.\*\*\s*([\s\S]+)/m;
/** An answer shorter than this, in letters, takes the next sentence too. */
const SHORT = 60;

const answerOf = (text: string): string => {
  const sentences = text.replace(/\s+/g, " ").split(/(?<=[.:]) (?=[A-Z])/);
  const [first = "", second = ""] = sentences;
  return (first.length < SHORT ? `${first} ${second}` : first).trim();
};

/** A notebook as the site shows it. */
export interface Notebook {
  readonly title: string;
  readonly body: string;
  /** Its answer in a sentence, as Markdown; "" where it gives none. */
  readonly answer: string;
  /** Its first figure; "" where it has none. */
  readonly picture: string;
}

/** An executed notebook's cells as HTML. */
export function notebookBody(json: string, resolve: (href: string) => string): Notebook {
  const { cells } = JSON.parse(json) as { cells: readonly Cell[] };
  const parts = cells.map(({ cell_type, source, outputs = [] }) => {
    const text = joined(source);
    if (cell_type === "markdown") return markdown(text, resolve);
    const shown = `<details><summary>Code</summary><pre tabindex="0" role="group" aria-label="code"><code>${escaped(text)}</code></pre></details>`;
    return cell_type === "code" ? `${shown}\n${outputs.map(output).join("\n")}` : "";
  });
  const title = cells.map(({ source }) => /^# (.+)$/m.exec(joined(source))?.[1]).find((found) => found !== undefined);
  if (title === undefined) throw new Error("a notebook without a heading");
  const advice = cells.map(({ source }) => ADVICE.exec(joined(source))?.[1]).find((found) => found !== undefined);
  const pictures = cells.flatMap(({ outputs = [] }) => outputs).map(output);
  return {
    title,
    body: parts.join("\n"),
    answer: advice === undefined ? "" : answerOf(advice),
    picture: pictures.find((html) => html.startsWith("<figure>")) ?? "",
  };
}

/** One page for each executed notebook of `notebooks`, and their list; none where there are none. */
export function notebookPages(material: Material): Page[] {
  const pages = filesIn(material.root, "notebooks", ".ipynb").map((file) => {
    const { title, body, answer, picture } = notebookBody(
      readFileSync(join(material.root, file), "utf8"),
      resolveFrom(material, file),
    );
    const path = file.replace(/\.ipynb$/, ".html");
    const above = `<nav aria-label="Breadcrumb"><small><a href="/index.html">lossless-lab</a> / <a href="/notebooks/index.html">notebooks</a></small></nav>`;
    const page = { path, title, description: `Notebook: ${title}`, wide: true, body: `${above}\n${body}` };
    return { page, answer, picture };
  });
  if (pages.length === 0) return [];
  const list = pages.map(
    ({ page: { path, title }, answer, picture }) =>
      `<li><h2>${link(`/${path}`, escaped(title))}</h2><p>${inline(answer)}</p>${picture}</li>`,
  );
  const index = {
    path: "notebooks/index.html",
    wide: true,
    title: "Notebooks",
    description: "Executed notebooks: each question with its answer and its picture",
    body: `<h1>Notebooks</h1><p class="lead">Each question with its answer in a sentence and its first picture; behind it claims, figures and assertions, as executed.</p><ul class="doors answers">${list.join("\n")}</ul>`,
  };
  return [index, ...pages.map(({ page }) => page)];
}
