import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import subset from "subset-font";
import { fontFiles } from "./figures/png.ts";
import { escaped } from "./figures/text.ts";
import { pageStyle } from "./page-style.ts";

/** What a page holds; `title` and `description` are plain text, `body` is HTML whose outside data was escaped. */
export interface Page {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** For matrices and reports. */
  readonly wide?: boolean;
  /** Runs from the file, with no other script allowed. */
  readonly script?: string;
}

/**
 * A page in one file: style, faces, figures and script inside.
 *
 * Nothing is fetched, and the content policy tells the browser so. The faces hold the letters of this page only.
 */
export async function page({ title, description, body, wide = false, script = "" }: Page): Promise<string> {
  const hash = createHash("sha256").update(script).digest("base64");
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; " +
    `script-src ${script === "" ? "'none'" : `'sha256-${hash}'`}; base-uri 'none'; form-action 'none'`;
  const head =
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<title>${escaped(title)}</title><meta name="description" content="${escaped(description)}">` +
    `<style>${await faces(`${ASCII}−✓✗≈${body}`)}${pageStyle}</style>`;
  return (
    `<!doctype html>\n<html lang="en"><head>${head}</head>\n<body><a class="skip" href="#main">Skip to content</a>` +
    `<main id="main"${wide ? ' class="wide"' : ""}>\n${body}\n</main>${script === "" ? "" : `<script>${script}</script>`}</body></html>\n`
  );
}

/** Data inside a script element must not close it. */
export function embedded(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join("");

const faces = async (text: string): Promise<string> => {
  const all = [
    face(text, 400, "normal", fontFiles.regular),
    face(text, 600, "normal", fontFiles.semibold),
    face(text, 400, "italic", fontFiles.italic),
  ];
  return (await Promise.all(all)).join("");
};

const face = async (text: string, weight: number, slope: string, file: string): Promise<string> => {
  const font = await subset(readFileSync(file), text, { targetFormat: "woff2" });
  const source = `url(data:font/woff2;base64,${font.toString("base64")}) format("woff2")`;
  return `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-style:${slope};src:${source}}`;
};
