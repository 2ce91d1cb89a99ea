import { float64 } from "../../core/num/float64.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { parseWorld } from "../../core/worlds/parse-world.ts";
import { readText } from "../../system/files.ts";
import type { WorldFile } from "../protocol/wire-world.ts";
import { STEPS } from "../steps/all-steps.ts";
import { type Case, makeCase } from "./case.ts";
import { exactCases } from "./exact-worlds.ts";

/** Sequences in a world of the user's own. */
const SEQUENCES = 300;

/** Names that a check uses itself: an adapter knows a world by its name. */
const isTaken = (name: string): boolean =>
  STEPS.includes(name) || exactCases({}).some((at) => at.name === name) || /^(?:replay|random)(?:-|$)/.test(name);

/** Cases from the user's own world files, whose names must tell them apart. */
export function ownCases(files: readonly string[]): Case[] {
  const seen = new Set<string>();
  return files.map((file) => {
    const text = readText(file);
    const { name } = parseWorld(float64, file, text);
    if (isTaken(name))
      throw new BadInput(file, `the name ${JSON.stringify(name)}`, "one that no step or world of a check has");
    if (seen.has(name))
      throw new BadInput(file, `the name ${JSON.stringify(name)} twice`, "worlds with names of their own");
    seen.add(name);
    return makeCase(name, JSON.parse(text) as WorldFile, SEQUENCES);
  });
}
