import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tli } from "../src/core/algorithms/tli.ts";
import { rational } from "../src/core/num/rational.ts";
import { parseWorld } from "../src/core/worlds/parse-world.ts";
import { lossless } from "../src/evidence/tiers/enumeration/lossless.ts";
import { holdsEverywhere, sampleOf } from "../src/testing/check.ts";
import { isLossless, smallLimits } from "../src/testing/laws.ts";
import { replay, type SideFile, type WorldFile, worldOf } from "../src/testing/world-file.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import { correctsFromTarget } from "./support/mutation.ts";

const { seed, runs } = sampleOf({ seed: 5, runs: 400 });
const files = fc.sample(anyWorld(), { seed, numRuns: runs });

const sides = ({ target, drafter }: WorldFile): SideFile[] => [target, drafter];
const words = ({ vocabulary, eos }: SideFile): string[] => vocabulary.filter((word) => word !== eos);
const shared = ({ target, drafter }: WorldFile): string[] =>
  words(target).filter((word) => words(drafter).includes(word));
const laws = ({ model }: SideFile) => [
  ...model.rows.map(({ next }) => next),
  ...(model.otherwise ? [model.otherwise] : []),
];
const someLaw = (has: (law: Readonly<Record<string, string>>, side: SideFile) => boolean) => (file: WorldFile) =>
  sides(file).some((side) => laws(side).some((law) => has(law, side)));

/** What some of the worlds must show, and the least share of them. */
const features: Record<string, [number, (file: WorldFile) => boolean]> = {
  "one vocabulary": [0.05, (file) => words(file.target).join() === words(file.drafter).join()],
  "T inside D": [0.1, (file) => shared(file).length === words(file.target).length],
  "D inside T": [0.1, (file) => shared(file).length === words(file.drafter).length],
  disjoint: [0.05, (file) => shared(file).length === 0],
  "partly shared": [
    0.1,
    (file) => shared(file).length > 0 && sides(file).every((side) => shared(file).length < words(side).length),
  ],
  "long tokens": [0.3, (file) => file.target.bytes === undefined && words(file.target).some((word) => word.length > 2)],
  bytes: [0.05, (file) => file.target.bytes === "hex"],
  "a letter of two bytes": [0.02, (file) => words(file.target).some((word) => word.includes("é"))],
  "byte pairs": [
    0.2,
    (file) => sides(file).some(({ tokenizer }) => tokenizer !== "longest-prefix" && tokenizer.bpe.length > 0),
  ],
  "longest prefix": [0.2, (file) => sides(file).some(({ tokenizer }) => tokenizer === "longest-prefix")],
  "both stop": [0.1, (file) => sides(file).every(({ eos }) => eos !== null)],
  "only one stops": [0.1, (file) => (file.target.eos === null) !== (file.drafter.eos === null)],
  "a prompt": [0.2, (file) => file.prompt !== ""],
  "zeros in laws": [0.3, someLaw((law, side) => Object.keys(law).length < side.vocabulary.length)],
  ties: [0.2, someLaw((law) => new Set(Object.values(law)).size < Object.keys(law).length)],
  "point masses": [0.2, someLaw((law) => Object.keys(law).length === 1)],
  "history: order 2": [0.1, (file) => sides(file).some(({ model }) => model.kind === "markov" && model.order === 2)],
  "history: tables": [0.1, (file) => sides(file).some(({ model }) => model.kind === "table")],
  periods: [0.1, (file) => sides(file).some(({ model }) => (model.period ?? 1) > 1)],
  "equal models": [
    0.01,
    ({ target, drafter }) =>
      target.vocabulary.length > 1 && JSON.stringify(target.model) === JSON.stringify(drafter.model),
  ],
  "disjoint supports": [
    0.05,
    ({ target, drafter }) =>
      Object.keys(target.model.otherwise ?? {}).every((token) => drafter.model.otherwise?.[token] === undefined),
  ],
  "lookahead 1": [0.2, ({ lookahead }) => lookahead === 1],
  "lookahead 3": [0.05, ({ lookahead }) => lookahead === 3],
  "several candidates": [0.3, ({ candidates }) => (candidates ?? 2) > 1],
};

describe(`worlds (${runs}, seed ${seed}) show`, () => {
  for (const [name, [least, has]] of Object.entries(features)) {
    test(name, () => expect(files.filter(has).length / files.length).toBeGreaterThanOrEqual(least));
  }
});

describe("a failure", () => {
  const mutant = correctsFromTarget(tli);
  const fail = (): string => {
    try {
      const judge = (file: WorldFile) => isLossless(mutant, worldOf(rational, file));
      holdsEverywhere("tli_lossless", anyWorld(), judge, (file) => replay(file, "tli"), { seed: 1, runs: 200 });
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  const message = fail();
  const json = message.slice(message.indexOf("{\n"), message.indexOf("\nEND\n"));

  test("names the law, the seed and the command that replays it", () => {
    expect(message).toMatch(/^tli_lossless fails: every horizon: gap /);
    expect(message).toMatch(/\nseed 1, path "[\d:]+"\n/);
    expect(message).toMatch(/\nlossless verify world.json --algorithm tli$/);
  });

  test("prints a world file in which the law fails again", () => {
    expect(lossless(rational, parseWorld(rational, "world.json", json), mutant, smallLimits).verdict).toBe("refuted");
  });

  test("is shrunk to a world that a person can read", () => {
    const file: WorldFile = JSON.parse(json);
    expect(file.lookahead).toBe(1);
    expect(file.target.vocabulary.length + file.drafter.vocabulary.length).toBeLessThanOrEqual(6);
    expect(sides(file).flatMap(({ model }) => model.rows)).toEqual([]);
  });
});
