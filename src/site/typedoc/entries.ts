import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A way into the package: what users write behind `import`, and the source file that it leads to. */
export interface Entry {
  /** "lossless-lab", "lossless-lab/stats". */
  readonly name: string;
  /** "src/entries/stats.ts". */
  readonly file: string;
}

/** The source of what the build writes: "./dist/src/a.js" is made of "src/a.ts". */
const BUILT = /^\.\/dist\/(src\/.*)\.js$/;

/** The entries that package.json's `exports` lists, in its order: a new one is on the site without a change here. */
export function entriesOf(root: string): Entry[] {
  const { name, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly default?: string }>>;
  };
  return Object.entries(exports).flatMap(([path, target]) => {
    const file = BUILT.exec(typeof target === "string" ? target : (target.default ?? ""))?.[1];
    return file === undefined ? [] : [{ name: path === "." ? name : `${name}/${path.slice(2)}`, file: `${file}.ts` }];
  });
}
