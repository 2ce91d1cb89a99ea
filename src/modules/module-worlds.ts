import { readdirSync } from "node:fs";
import { join } from "node:path";
import { builtInWorlds, packageRoot } from "../system/files.ts";

/** The worlds on which an algorithm of one's own is tried: those in which known faults show, then the built-in ones. */
export function moduleWorlds(): string[] {
  return [...worldsIn("bed"), ...worldsIn("gauntlet"), ...builtInWorlds()];
}

const worldsIn = (folder: string): string[] => {
  const path = join(packageRoot(), "fixtures", folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(path, name));
};
