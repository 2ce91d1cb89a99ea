import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escaped } from "../pages/figures/text.ts";
import type { Page } from "./page.ts";

/** The files of the repository that pages link to; each becomes a page with its lines as anchors. */
export class Sources {
  readonly #root: string;
  readonly #files = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  text(file: string): string {
    return readFileSync(join(this.#root, file), "utf8");
  }

  /** The address of a file, or of one of its lines. */
  href(file: string, line?: number): string {
    this.#files.add(file);
    return `/sources/${file}.html${line === undefined ? "" : `#L${line}`}`;
  }

  pages(): Page[] {
    return [...this.#files].sort().map((file) => {
      const lines = this.text(file).replace(/\n$/, "").split("\n");
      const numbered = lines.map(
        (line, at) => `<span id="L${at + 1}"><a href="#L${at + 1}">${at + 1}</a>${escaped(line)}</span>`,
      );
      return {
        path: `sources/${file}.html`,
        title: file,
        description: `The file ${file} of lossless-lab`,
        wide: true,
        body: `<h1>${escaped(file)}</h1>
<p class="muted">${lines.length} lines. Each number is an address that can be cited.</p>
<pre class="source" tabindex="0" role="group" aria-label="${escaped(file)}"><code>${numbered.join("\n")}</code></pre>`,
      };
    });
  }
}
