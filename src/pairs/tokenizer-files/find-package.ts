import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of an installed package: in `node_modules` of this package or above it, then of the working directory or above
 * it: what this package depends on is not replaced by what lies in the folder that it is called from.
 *
 * Node's own resolution would refuse a file that a package does not export, and these are read for their data.
 */
export function findPackage(
  name: string,
  starts: readonly string[] = [dirname(fileURLToPath(import.meta.url)), process.cwd()],
): string | undefined {
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, "node_modules", name);
      if (existsSync(candidate)) return candidate;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}
