import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { escaped } from "../../pages/figures/text.ts";
import { link } from "../html.ts";
import { markdown, type Resolve } from "../markdown.ts";
import { filesIn, type Material } from "../material.ts";
import type { Page } from "../page.ts";

/** Guides are Markdown files beside what they are about. The order is that of the front page. */
const PLACES = [
  { name: "prove-your-algorithm", file: "src/core/algorithms/GUIDE.md" },
  { name: "test-your-engine", file: "src/checker/GUIDE.md" },
  { name: "choose-your-drafter", file: "src/pairs/profile/GUIDE.md" },
] as const;

/** A guide that is there. */
export interface Guide {
  readonly name: (typeof PLACES)[number]["name"];
  readonly file: string;
  readonly title: string;
  /** Its first paragraph. */
  readonly lead: string;
  readonly text: string;
  readonly href: string;
}

/** The guides in the tree: a room that has none yet has no page. */
export function guidesOf(root: string): Guide[] {
  return PLACES.flatMap(({ name, file }) => {
    if (filesIn(root, posix.dirname(file), "GUIDE.md").length === 0) return [];
    const text = readFileSync(join(root, file), "utf8");
    const [, title, lead] = /^# (.+)\n+((?:.+\n?)+)/.exec(text) ?? [];
    if (title === undefined || lead === undefined) throw new Error(`${file}: expected a heading and a paragraph first`);
    return [{ name, file, title, lead: lead.replace(/\s+/g, " ").trim(), text, href: `/guides/${name}.html` }];
  });
}

/** Links between Markdown files lead to the pages made of them, others to the file's own page. */
export function resolveFrom({ root, sources }: Material, file: string): Resolve {
  return (href) => {
    if (/^(?:https?:|#)/.test(href)) return href;
    const [path = "", anchor] = href.split("#");
    const target = posix.normalize(posix.join(posix.dirname(file), path));
    const guide = guidesOf(root).find((one) => one.file === target);
    if (guide !== undefined) return `${guide.href}${anchor === undefined ? "" : `#${anchor}`}`;
    if (target.startsWith("docs/"))
      return `/${target.slice("docs/".length)}${anchor === undefined ? "" : `#${anchor}`}`;
    return sources.href(target, /^L\d+$/.test(anchor ?? "") ? Number(anchor?.slice(1)) : undefined);
  };
}

/** One page a guide, and the list of them. */
export function guidePages(material: Material): Page[] {
  const guides = guidesOf(material.root);
  const list = guides.map(
    ({ href, title, lead }) => `<li><h2>${link(href, escaped(title))}</h2><p>${escaped(lead)}</p></li>`,
  );
  return [
    {
      path: "guides/index.html",
      title: "Guides",
      description: "Ways through the laboratory for three kinds of people",
      body: `<h1>Guides</h1><p class="lead">Three ways in: with an algorithm, with an engine, or with a pair of models.</p>
<ul class="doors">${list.join("\n")}</ul>`,
    },
    ...guides.map(({ href, file, title, lead, text }) => ({
      path: href.slice(1),
      title,
      description: lead.slice(0, 160),
      body: `<nav aria-label="Breadcrumb"><small><a href="/index.html">lossless-lab</a> / <a href="/guides/index.html">guides</a></small></nav>
${markdown(text, resolveFrom(material, file))}`,
    })),
  ];
}
