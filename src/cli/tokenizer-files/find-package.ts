import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of an installed package: in `node_modules` of the working directory, of this package, or above either.
 *
 * Node's own resolution would refuse a file that a package does not export, and these are read for their data.
 */
export const findPackage = (name: string): string | undefined => {
  for (const start of [process.cwd(), dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, "node_modules", name);
      if (existsSync(candidate)) return candidate;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
};
