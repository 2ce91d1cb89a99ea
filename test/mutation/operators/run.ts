/**
 * Replaces every operator, condition, block, call and literal of the rooms by another, one at a time (with Stryker), and
 * runs the quick tests of the room that reach it. A mutant that no test notices survives; the known survivors are listed
 * with the reason why they may.
 *
 *     npm run mutation:operators -- [--only ROOM] [--file NAME.ts …] [--quick] [--sample N [--seed S]]
 *
 * Takes an hour or two for the rooms of laws, and many hours for those at the edge, unless `--sample N` judges N mutants of each
 * source only, chosen by a seed. What was found out is kept in `.cache/mutation`, a few files at a time: a run that was ended goes
 * on from there, and a later one repeats only what new code or new tests may have made different. Delete that folder for a
 * full run. Writes `summary.md`; ends with status 1 when a mutant survives that is not listed, or a score is too low.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { copyWithoutSurvivors, keepSample, mutantsIn } from "./record.ts";
import { type Room, rooms } from "./rooms.ts";
import { readSample, written } from "./sample.ts";
import { earlierSummary, isJoint, jointSummaries, LEAST, summaryOf, summaryTable } from "./summary.ts";
import { names } from "./survivor.ts";
import { survivors } from "./survivors.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    file: { type: "string", multiple: true },
    quick: { type: "boolean" },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const sample = readSample(values.sample === undefined ? undefined : `${values.sample}/${values.seed}`);
if (sample !== undefined) process.env.MUTATION_SAMPLE = written(sample);

/** Sources that are mutated together: what was found out about them is kept when all are done. */
const TOGETHER = 5;
const CACHE = ".cache/mutation";

const project = fileURLToPath(new URL("../../..", import.meta.url));
process.chdir(project);

/** A room without `src/`. */
const nameOf = ({ folder }: Room): string => folder.replace(/^src\//, "");
const recordOf = (room: Room): string => `${CACHE}/${nameOf(room).replaceAll("/", "-")}.json`;
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => `${folder}/${file}`);

const mutate = async (room: Room, files: readonly string[]): Promise<void> => {
  const tests = room.tests.flatMap((path) => (path.endsWith(".ts") ? [path] : filesIn(path, ".test.ts")));
  const own = tests.filter((test) => files.some((file) => basename(test) === `${basename(file, ".ts")}.test.ts`));
  if (values.quick && own.length === 0) return;
  process.env.MUTATION_TESTS = (values.quick ? own : tests).join(" ");
  // The record stays as it was until these files are judged: a run that is ended in between must not lose a survivor.
  const record = recordOf(room);
  const copy = `${record}.part`;
  copyWithoutSurvivors(record, files, copy);
  await new Stryker({
    configFile: "test/mutation/operators/stryker.config.json",
    mutate: [...files],
    incrementalFile: copy,
  }).runMutationTest();
  if (sample !== undefined) keepSample(copy, files, sample);
  renameSync(copy, record);
};

/** A name means the rooms below it as well where it ends with a stroke. */
const isAsked = (name: string): boolean =>
  values.only === undefined ||
  values.only === name ||
  (values.only.endsWith("/") && `${name}/`.startsWith(values.only));

const SUMMARY = "test/mutation/operators/summary.md";
/** What earlier runs found out stays where this one and its records know nothing newer. */
const before = existsSync(SUMMARY) ? readFileSync(SUMMARY, "utf8") : "";
const summaries = [];
let low = 0;
let unexplained = 0;
for (const room of rooms) {
  const files = filesIn(room.folder, ".ts").filter((file) => !(room.except ?? []).includes(basename(file)));
  if (isAsked(nameOf(room))) {
    const judged = files.filter((file) => values.file?.some((name) => file.endsWith(`/${name}`)) ?? true);
    for (let at = 0; at < judged.length; at += TOGETHER) {
      const some = judged.slice(at, at + TOGETHER);
      console.log(`${nameOf(room)}: ${some.map((file) => file.replace(/^.*\//, "")).join(", ")}`);
      await mutate(room, some);
    }
  }
  const mutants = mutantsIn(recordOf(room), files);
  const earlier = mutants.length === 0 ? earlierSummary(before, nameOf(room)) : undefined;
  const summary = earlier ?? summaryOf(nameOf(room), mutants);
  summaries.push(summary);
  if (summary.score !== undefined && summary.score < (room.least ?? LEAST)) low++;
  for (const mutant of mutants) {
    if (mutant.status !== "Survived" && mutant.status !== "NoCoverage") continue;
    if (survivors.some((survivor) => names(survivor, mutant))) continue;
    unexplained++;
    console.log(`survives: ${mutant.file}: ${mutant.line}\n  ${mutant.change}`);
  }
}

const joint = jointSummaries(before, summaries);
const text = summaryTable([
  ...summaries.filter(({ room, score }) => score !== undefined || !isJoint(room, joint)),
  ...joint,
]);
console.log(`\n${text}`);
writeFileSync(SUMMARY, text);
process.exit(unexplained + low > 0 ? 1 : 0);
