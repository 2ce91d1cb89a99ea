import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { DecidableField } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";
import { packageRoot, readWorld } from "../../system/files.ts";

/** Built-in worlds that are part of the bed. */
const BUILT_IN = [
  "crossing-words-2",
  "both-remember",
  "both-stop-other-words",
  "counting-positions",
  "byte-pairs",
  "order-two",
  "three-candidates",
  "overlapping",
  "sure-successor",
  "shared-without-mass",
];

/** Worlds with more tokens come last: what is refuted before costs little. */
const LARGE = 16;

/** The fixed bed of worlds in which every mutant and every control is tried: those of `fixtures/bed`, and some built-in ones. */
export function bed<W>(field: DecidableField<W>): World<W>[] {
  const fixtures = join(packageRoot(), "fixtures");
  const own = readdirSync(join(fixtures, "bed"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(fixtures, "bed", name));
  const built = BUILT_IN.map((name) => join(fixtures, "worlds", `${name}.json`));
  const worlds = [...own, ...built].map((file) => readWorld(field, file));
  const isLarge = ({ target }: World<W>): boolean => target.tokenizer.vocabulary.size > LARGE;
  return [...worlds.filter((world) => !isLarge(world)), ...worlds.filter(isLarge)];
}
