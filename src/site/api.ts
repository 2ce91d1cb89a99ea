import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { tex } from "@mdit/plugin-tex";
import { Application, PageEvent } from "typedoc";
import { verdictStyle } from "../pages/page-style.ts";
import { cssVariables, styles } from "../pages/styles.ts";
import { TAGS } from "./doc-comment.ts";
import { formula } from "./markdown.ts";

/** What an accessibility checker finds in the default theme, repaired; and the way back to the other pages. */
const repaired = (html: string, home: string): string =>
  html
    .replace('<div class="page-menu">', '<div class="page-menu" role="navigation" aria-label="On this page">')
    .replace('<div class="col-content">', '<div class="col-content" role="main">')
    .replace(/<h[345](?=[^>]*tsd-index-heading)/g, '$& aria-level="2"')
    .replace(/<h4(?![^>]*aria-level)/g, '<h4 aria-level="2"')
    .replace(/<h5(?![^>]*aria-level)/g, '<h5 aria-level="3"')
    .replace("<h3>Settings</h3>", '<h3 aria-level="2">Settings</h3>')
    .replace(/<summary class="tsd-accordion-summary"[\s\S]*?<\/summary>/g, (summary) =>
      summary.replace(/<a href="#[^"]*"[^>]*class="tsd-anchor-icon"[\s\S]*?<\/a>/g, ""),
    )
    // The page has its icons inside, by a script; from a file, browsers refuse those of another file.
    .replace(/(<use href=")[^"#]*icons\.svg#/g, "$1#")
    .replace(/(<a href=")[^"]*("\s*class="title")/, `$1${home}$2`);

/** typedoc takes its further style from a file; its dark mode is `data-theme` on the root: os, light or dark. */
const writeStyle = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), "lossless-docs-")), "api.css");
  const links = `--light-color-link: ${styles.sd.light}; --dark-color-link: ${styles.sd.dark}`;
  const theme = `:root { ${cssVariables("light")}; ${links} }
@media (prefers-color-scheme: dark) { :root[data-theme="os"] { ${cssVariables("dark")} } }
:root[data-theme="dark"] { ${cssVariables("dark")} }
`;
  writeFileSync(file, `${theme}${verdictStyle}${readFileSync(new URL("api.css", import.meta.url), "utf8")}`);
  return file;
};

/** The reference of the library, by typedoc; warnings are errors. */
export const writeReference = async (root: string, out: string): Promise<void> => {
  const app = await Application.bootstrap({
    entryPoints: [`${root}/src/index.ts`],
    tsconfig: `${root}/tsconfig.json`,
    name: "lossless-lab",
    readme: "none",
    customCss: writeStyle(),
    disableSources: true,
    hideGenerator: true,
    // Types are checked by the tests already.
    skipErrorChecking: true,
    treatWarningsAsErrors: true,
    logLevel: "Warn",
    blockTags: [...TAGS.map((tag) => `@${tag}` as const), "@param", "@returns", "@throws", "@template", "@example"],
    // Names that are not exported are shown as names.
    externalSymbolLinkMappings: { "lossless-lab": { "*": "#" } },
    validation: { notExported: false, invalidLink: true, invalidPath: true, rewrittenLink: true },
    lightHighlightTheme: "github-light-high-contrast",
    darkHighlightTheme: "github-dark-high-contrast",
    markdownItLoader: (markdown: { use: (...plugin: unknown[]) => unknown }) =>
      markdown.use(tex, { render: (content: string, display: boolean) => formula(content, display) }),
  });
  app.renderer.on(PageEvent.END, (page) => {
    const home = `${"../".repeat(relative(out, page.filename).split(/[\\/]/).length)}index.html`;
    if (page.contents !== undefined) page.contents = repaired(page.contents, home);
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("typedoc could not read src/index.ts");
  app.validate(project);
  await app.generateDocs(project, out);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("typedoc has errors or warnings, see above");
};
