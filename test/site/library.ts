import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "../../src/site/typedoc/entries.ts";
import { type Library, readLibrary } from "../../src/site/typedoc/library.ts";
import { packageRoot } from "../../src/system/files.ts";

/** What typedoc reads of a folder's entries, without types of the language and of packages: comments need none. */
export async function readOf(root: string, entries: readonly Entry[]): Promise<Library> {
  const folder = mkdtempSync(join(tmpdir(), "tsconfig-"));
  const compilerOptions = { noLib: true, types: [], module: "esnext", moduleResolution: "bundler", noEmit: true };
  const tsconfig = join(folder, "tsconfig.json");
  const files = entries.map(({ file }) => join(root, file));
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions: { ...compilerOptions, target: "es2022" }, files }));
  try {
    return await readLibrary(root, undefined, { entries, tsconfig });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The algorithms of this repository, as typedoc reads them. */
export const readAlgorithms = (): Promise<Library> =>
  readOf(packageRoot(), [{ name: "lossless-lab/algorithms", file: "src/entries/algorithms.ts" }]);
