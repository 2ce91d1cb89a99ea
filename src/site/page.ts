import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { escaped } from "../pages/figures/text.ts";
import { pageStyle } from "../pages/page-style.ts";
import { mathFace } from "./math-font.ts";

/** One page of the site. Links to other pages are written from the site's root: "/findings.html#psi". */
export interface Page {
  /** From the site's root, as "algorithms/slrs.html". */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The content of the main landmark, its h1 included. */
  readonly body: string;
  /** For tables and the two columns of the interactive page. */
  readonly wide?: boolean;
  /** Scripts that run on this page, besides the one that copies. */
  readonly script?: string;
  /** A script in the page that this page's script starts in a worker. */
  readonly worker?: string;
}

const here = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
const style = `${pageStyle}${here("page.css")}`;
const copy = here("copy.js");
const sort = here("sort.js");
const mathStyle = await mathFace();

const NAVIGATION = [
  ["/algorithms/index.html", "Algorithms"],
  ["/theorems.html", "Theorems"],
  ["/guarantees.html", "Guarantees"],
  ["/mutants.html", "Known faults"],
  ["/findings.html", "Findings"],
  ["/play.html", "Try it"],
  ["/guides/index.html", "Guides"],
  ["/api/index.html", "Library"],
] as const;

const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Script text must not close its element. */
const inScript = (text: string): string => text.replace(/<\/(script)/gi, "<\\/$1");

/** Headings from which on a page has a list of them. */
const MANY = 4;

/** A long page says above its first part what its parts are. */
export function withContents(body: string): string {
  const headings = [...body.matchAll(/<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g)];
  const [first] = headings;
  if (headings.length < MANY || first === undefined) return body;
  const items = headings.map(
    ([, id = "", title = ""]) => `<li><a href="#${id}">${title.replace(/<\/?a\b[^>]*>/g, "")}</a></li>`,
  );
  const contents = `<nav class="contents" aria-label="On this page"><ul>${items.join("")}</ul></nav>\n`;
  return `${body.slice(0, first.index)}${contents}${body.slice(first.index)}`;
}

/** The page as one file that loads nothing: style and scripts are inside, and the content policy says so to the browser. */
export function render(page: Page): string {
  const scripts = [
    ...(page.body.includes('class="copy"') ? [copy] : []),
    ...(page.body.includes('<table class="sortable') ? [sort] : []),
    ...(page.script ? [page.script] : []),
  ].map(inScript);
  const math = page.body.includes("<math");
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    ...(math ? ["font-src data:"] : []),
    `script-src ${scripts.length === 0 ? "'none'" : scripts.map(sha256).join(" ")}${page.worker ? " blob:" : ""}`,
    ...(page.worker ? ["worker-src blob:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const toRoot = "../".repeat(page.path.split("/").length - 1);
  const menu = NAVIGATION.map(
    ([href, name]) => `<a href="${href}"${href === `/${page.path}` ? ' aria-current="page"' : ""}>${name}</a>`,
  ).join(" ");
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(page.title)} · lossless-lab</title>
<meta name="description" content="${escaped(page.description)}">
<style>${style}${math ? mathStyle : ""}</style></head>
<body><a class="skip" href="#main">Skip to content</a>
<header><nav aria-label="Site"><a class="home" href="/index.html"${page.path === "index.html" ? ' aria-current="page"' : ""}>lossless-lab</a> ${menu}</nav></header>
<main id="main"${page.wide ? ' class="wide"' : ""}>
${withContents(page.body)}
</main>${page.worker ? `<script type="text/plain" id="worker">${inScript(page.worker)}</script>` : ""}
${scripts.map((script) => `<script>${script}</script>`).join("\n")}</body></html>
`;
  return html.replace(/\bhref="\/(?!\/)/g, `href="${toRoot}`);
}
