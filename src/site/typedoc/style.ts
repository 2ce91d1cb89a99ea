import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verdictStyle } from "../../pages/page-style.ts";
import { cssVariables, styles } from "../../pages/styles.ts";
import { mathFace } from "../math-font.ts";

/** typedoc takes its further style from a file; its dark mode is `data-theme` on the root: os, light or dark. */
export async function writeStyle(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "lossless-docs-")), "api.css");
  const links = `--light-color-link: ${styles.sd.light}; --dark-color-link: ${styles.sd.dark}`;
  const theme = `:root { ${cssVariables("light")}; ${links} }
@media (prefers-color-scheme: dark) { :root[data-theme="os"] { ${cssVariables("dark")} } }
:root[data-theme="dark"] { ${cssVariables("dark")} }
`;
  writeFileSync(
    file,
    `${theme}${await mathFace()}${verdictStyle}${readFileSync(new URL("../api.css", import.meta.url), "utf8")}`,
  );
  return file;
}
