import { expect, test } from "vitest";
import { notExercised } from "../../../src/cli/modules/exercised.ts";
import { moduleWorlds } from "../../../src/cli/modules/module-worlds.ts";
import { rational } from "../../../src/num/rational.ts";
import { readWorld } from "../../../src/worlds/files.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";

const half = { a: "1/2", b: "1/2" };
const all = [
  "a stop token",
  "a target of order 2 or more",
  "a period",
  "a correction owed behind a ratio below 1",
  "a draft that the target never says",
  "disjoint supports",
  "a remembered prompt whose letters are not its tokens",
  "a state: laws that depend on what was emitted",
];
const missing = (...has: string[]): string[] => all.filter((name) => !has.includes(name));

test("no world shows nothing, and neither does the plainest", () => {
  expect(notExercised([])).toEqual(all);
  expect(notExercised([toyWorld(iid(half), iid(half), 3)])).toEqual(all);
});

const tilted = { a: "3/4", b: "1/4" };
test.each([
  ["a stop token", toyWorld(iid({ a: "1/2", ".": "1/2" }, { eos: "." }), iid({ a: "1/2", ".": "1/2" }, { eos: "." }))],
  [
    "a target of order 2 or more",
    toyWorld(iid(half, { model: { kind: "markov", order: 2, rows: [], otherwise: half } }), iid(half)),
    all[7],
  ],
  [
    "a period",
    toyWorld(
      iid(half),
      iid(half, {
        model: {
          kind: "markov",
          order: 0,
          period: 2,
          rows: [0, 1].map((position) => ({ position, context: [], next: half })),
        },
      }),
    ),
  ],
  ["a correction owed behind a ratio below 1", toyWorld(iid(half), iid(tilted), 2)],
  ["a draft that the target never says", toyWorld(iid({ a: "1", b: "0" }), iid(half))],
  [
    "a remembered prompt whose letters are not its tokens",
    toyWorld(chain({ a: "1/2", ab: "1/2", b: "0" }, {}), chain({ a: "1/2", ab: "1/2", b: "0" }, {}), 1, "ab"),
    all[7],
  ],
  ["a state: laws that depend on what was emitted", toyWorld(iid(half), chain(half, {}))],
])("%s", (name, world, also = name) => {
  expect(notExercised([world])).toEqual(missing(name, also));
});

test("one draft a round owes nothing behind a ratio; disjoint supports are drafts that are never said, too", () => {
  expect(notExercised([toyWorld(iid(half), iid(tilted), 1)])).toEqual(all);
  expect(notExercised([toyWorld(iid({ a: "1", b: "0" }), iid({ a: "0", b: "1" }))])).toEqual(
    missing(all[4] as string, all[5] as string),
  );
  const others = toyWorld(iid(half), iid({ c: "1/2", d: "1/2" }));
  expect(notExercised([others])).toEqual(missing("disjoint supports"));
});

test("the worlds for modules of one's own have every point of the list, also those of one vocabulary alone", () => {
  const worlds = moduleWorlds().map((file) => readWorld(rational, file));
  expect(worlds.length).toBeGreaterThan(100);
  expect(notExercised(worlds)).toEqual([]);
  expect(notExercised(worlds.filter(({ shared }) => shared.sameVocabulary))).toEqual([]);
});
