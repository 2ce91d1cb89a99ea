import { tex } from "@mdit/plugin-tex";
import katex from "katex";
import MarkdownIt, { type Token } from "markdown-it";

/** Longest formula, in LaTeX signs, that fits on a line of a telephone: longer ones scroll by themselves. */
const FITS = 44;

/** Primes are raised in the font: beside their letter they are seen, raised and shrunk again as a superscript they are not. */
const besidePrimes = (math: string): string =>
  math
    .replace(/<msup>(<mi>[^<]*<\/mi>)<mo [^>]*>(′+)<\/mo><\/msup>/g, `<mrow>$1${PRIME}</mrow>`)
    .replace(
      /<msubsup>(<mi>[^<]*<\/mi>)((?:(?!<msubsup>).)*?)<mo [^>]*>(′+)<\/mo><\/msubsup>/g,
      `<msub><mrow>$1${PRIME.replace("$2", "$3")}</mrow>$2</msub>`,
    );

const PRIME = '<mo lspace="0em" rspace="0em">$2</mo>';

/** A formula as MathML; a formula that cannot be read ends the build. */
export function formula(latex: string, display = false): string {
  const html = katex.renderToString(latex, {
    displayMode: display,
    output: "mathml",
    throwOnError: true,
    strict: "error",
  });
  const math = besidePrimes(
    html.replace(/^<span class="katex">|<\/span>$/g, "").replace(/<annotation[\s\S]*?<\/annotation>/g, ""),
  );
  const box = 'tabindex="0" role="group" aria-label="formula"';
  if (display) return `<div class="formula" ${box}>${math}</div>`;
  return latex.length > FITS ? `<span class="wide-formula" ${box}>${math}</span>` : math;
}

/** Columns of a table that fit on a telephone; cells of others stand there below one another, behind their column's name. */
const FIT = 2;

const labelled = (tokens: readonly Token[]): void => {
  let table: Token | undefined;
  let heads: string[] = [];
  let column = 0;
  tokens.forEach((token, at) => {
    if (token.type === "table_open") [table, heads] = [token, []];
    if (token.type === "tr_open") column = 0;
    if (token.type === "th_open") heads.push(tokens[at + 1]?.content ?? "");
    if (token.type === "tbody_open" && heads.length > FIT) table?.attrSet("class", "stacked");
    if (token.type === "td_open" && heads.length > FIT)
      token.attrSet("data-label", (heads[column++] ?? "").replace(/[$`*]/g, ""));
  });
};

/** Where a link of a Markdown file leads, as an address of this site. */
export type Resolve = (href: string) => string;

const renderer = (resolve: Resolve): MarkdownIt => {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.use(tex, { render: (content: string, display: boolean) => formula(content, display) });
  markdown.core.ruler.push("resolve-links", ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (href !== null) token.attrSet("href", resolve(href));
    }
  });
  markdown.core.ruler.push("heading-ids", ({ tokens }) => {
    tokens.forEach((token, at) => {
      if (token.type === "heading_open") token.attrSet("id", slug(tokens[at + 1]?.content ?? ""));
    });
  });
  markdown.core.ruler.push("table-labels", ({ tokens }) => labelled(tokens));
  markdown.renderer.rules.table_open = (tokens, at) =>
    `<div class="scroll" tabindex="0" role="group" aria-label="table"><table${tokens[at]?.attrGet("class") === "stacked" ? ' class="stacked"' : ""}>`;
  markdown.renderer.rules.table_close = () => "</table></div>";
  const block = (tokens: readonly { content: string }[], at: number): string =>
    `<pre tabindex="0" role="group" aria-label="code"><code>${markdown.utils.escapeHtml(tokens[at]?.content ?? "")}</code></pre>\n`;
  markdown.renderer.rules.fence = block;
  markdown.renderer.rules.code_block = block;
  return markdown;
};

const unchanged: Resolve = (href) => href;

/** A heading's anchor: its words, as GitHub writes them. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
}

/** Markdown with LaTeX formulas between dollar signs, as HTML with MathML. */
export function markdown(text: string, resolve: Resolve = unchanged): string {
  return renderer(resolve).render(text);
}

/** One line or paragraph of it, without the paragraph around it. */
export function inline(text: string): string {
  return renderer(unchanged).renderInline(text.trim());
}
