import { join } from "node:path";
import { packageRoot, readText } from "../../system/files.ts";
import type { WorldFile } from "../protocol/wire-world.ts";
import { type Case, makeCase, type Setting } from "./case.ts";

const read = (name: string): WorldFile =>
  JSON.parse(readText(join(packageRoot(), "fixtures", "gauntlet", `${name}.json`))) as WorldFile;

/** Sequences of a case at temperature 1, and of the shorter passes with another lookahead or temperature. */
const MANY = 300;
const FEW = 100;
/** Sequences where one that cannot be is due soon. */
const FEWEST = 64;

/** A world at its own lookahead, then with lookahead 1, then at temperature 1/2, where logits are doubled. */
const threePasses = (name: string, setting: Partial<Setting> = {}): Case[] => [
  makeCase(name, read(name), MANY, setting),
  makeCase(`${name}-lookahead-1`, read(name), FEW, { ...setting, lookahead: 1 }),
  makeCase(`${name}-half-temperature`, read(name), FEW, { ...setting, temperature: 0.5 }),
];

/** Rows of a batch whose prompts have different lengths: of four letters, without the one that stops, and in the world of lanes. */
const RAGGED = [[0], [1, 0], [2, 3, 1], [3, 2, 1, 0, 1]];
const RAGGED_UNSTOPPED = [[0], [1, 0], [2, 0, 1], [1, 2, 1, 0, 1]];
const RAGGED_LANES = [[0], [3, 2], [5, 4, 4], [7, 6, 6, 6, 7]];

/** The worlds in which known faults of decoders are seen soonest, sharpest first within a slice. */
export function gauntlet(): Case[] {
  return [
    ...threePasses("clock"),
    ...threePasses("memory"),
    ...threePasses("lanes", { prompts: [[0], [2], [4], [6]] }),
    ...threePasses("carousel"),
    ...threePasses("twins"),
    ...threePasses("relay"),
    makeCase("relay-one-block", read("relay"), MANY, { lookahead: 2, budgets: [2] }),
    ...threePasses("mirror"),
    makeCase("loud-drafter", read("loud-drafter"), MANY),
    makeCase("loud-target", read("loud-target"), MANY),
    makeCase("between", read("between"), MANY),
    makeCase("renumbered", read("renumbered"), MANY),
    ...threePasses("stop", { budgets: [12, 1, 2, 3, 4, 5] }),
    makeCase("stop-pair", read("stop-pair"), FEW, { stops: [1, 2], budgets: [12, 1, 2, 3, 4, 5] }),
    makeCase("stop-pair-reversed", read("stop-pair"), FEW, { stops: [2, 1], budgets: [12, 1, 2, 3, 4, 5] }),
    makeCase("foreign", read("foreign"), MANY, { budgets: [4] }),
    makeCase("foreign-lookahead-1", read("foreign"), MANY, { lookahead: 1, budgets: [2] }),
    makeCase("foreign-half-temperature", read("foreign"), FEW, { budgets: [4], temperature: 0.5 }),
    ...threePasses("spellings", { budgets: [6] }),
    ...threePasses("spellings-across", { budgets: [6] }),
    makeCase("candidates", read("candidates"), MANY),
    makeCase("stop-residual", read("stop-residual"), MANY),
    ...["race", "sure-draft", "unscaled", "uncapped"].map((name) => makeCase(name, read(name), MANY)),
    // Vocabularies that overlap in part, for rules of retokenised drafts.
    ...["unspelled", "runs", "alternating", "merging", "successor", "stop-words"].map((name) =>
      makeCase(name, read(name), MANY),
    ),
    makeCase("carousel-bias", read("carousel"), FEW, { processors: { bias: { "1": -1e4 } } }),
    makeCase("carousel-presence", read("carousel"), FEW, { processors: { presence: 1e4 }, budgets: [3] }),
    makeCase("carousel-min-p", read("carousel"), FEW, { processors: { minP: 0.5 } }),
    makeCase("hindsight", read("hindsight"), FEWEST),
    makeCase("fair-stop", read("fair-stop"), 200),
    makeCase("fair-stop-lookahead-1", read("fair-stop"), 200, { lookahead: 1 }),
    makeCase("spelt", read("spelt"), FEWEST, { budgets: [3] }),
    makeCase("refrain", read("refrain"), 150),
    makeCase("coins-lookahead-1", read("coins"), FEW, { lookahead: 1 }),
    makeCase("tosses-lookahead-1", read("tosses"), FEW, { lookahead: 1 }),
    makeCase("tosses-lookahead-2", read("tosses"), FEW, { lookahead: 2 }),
    // One draft at a time: some programs list all drafts.
    makeCase("wide", read("wide"), 150),
    // What is done to the drafter alone leaves the target's law as it was.
    makeCase("wide-drafter-top-k", read("wide"), FEWEST, { processors: { drafterTopK: 50 } }),
    makeCase("ragged", read("ragged"), FEWEST, { prompts: RAGGED }),
    makeCase("ragged-stops", read("ragged"), FEWEST, { prompts: RAGGED_UNSTOPPED, stops: [3] }),
    makeCase("clock-ragged", read("clock"), FEWEST / 2, { prompts: RAGGED }),
    makeCase("lanes-ragged", read("lanes"), FEWEST / 2, { prompts: RAGGED_LANES }),
  ];
}
