import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BadInput } from "../core/worlds/bad-input.ts";
import type { Oracle } from "../evidence/tiers/oracle/oracle.ts";
import { packageRoot } from "./files.ts";

/** Loads the functions extracted from the proofs, from sources and from the built package alike. */
export async function loadOracle(root: string = packageRoot()): Promise<Oracle> {
  const file = join(root, "proofs", "oracle", "oracle.js");
  if (!existsSync(file)) throw new BadInput(file, "nothing", "the oracle, which is part of this package");
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}
