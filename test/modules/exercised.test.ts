import { describe, expect, test } from "vitest";
import { rational } from "../../src/core/num/rational.ts";
import { notExercised } from "../../src/modules/exercised.ts";
import { moduleWorlds } from "../../src/modules/module-worlds.ts";
import { readWorld } from "../../src/system/files.ts";
import { chain, iid, toyWorld } from "../support/toy-world.ts";

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

describe("what the worlds of the list must really have:", () => {
  const never = all[4] as string;
  const owed = all[3] as string;
  const state = all[7] as string;
  const stop = all[0] as string;
  test("nothing is looked at behind a stop token", () => {
    const sure = { a: "1", ".": "0" };
    const open = { a: "1/2", ".": "1/2" };
    const world = toyWorld(chain(open, { ".": sure }, { eos: "." }), chain(open, { ".": open }, { eos: "." }), 2);
    expect(notExercised([world])).toEqual(missing(stop, state));
  });
  test("nor behind a token that the target never says, but behind one that it may say", () => {
    const laws = (first: Record<string, string>) =>
      toyWorld(chain(first, { b: { a: "1", b: "0" } }), chain(first, { b: half }));
    expect(notExercised([laws({ a: "1", b: "0" })])).toEqual(missing(state));
    expect(notExercised([laws(half)])).toEqual(missing(state, never));
  });
  test("nine contexts of a world are looked at: the prompt and eight tokens behind it", () => {
    const names = [..."abcdefghi"];
    const even = Object.fromEntries(names.map((name) => [name, "1/9"]));
    const after = (name: string) => ({ [name]: { ...even, a: "0", b: "2/9" } });
    const seen = (name: string) => notExercised([toyWorld(chain(even, after(name)), chain(even, {}))]);
    expect(seen("h")).toEqual(missing(state, never));
    expect(seen("i")).toEqual(missing(state));
  });
  test("a correction is owed only where the laws differ behind the token whose ratio is below 1", () => {
    const behind = (after: Record<string, Record<string, string>>, first = tilted) =>
      notExercised([toyWorld(chain(half, {}), chain(first, after), 2)]);
    expect(behind({ a: tilted, b: half })).toEqual(missing(state, owed));
    expect(behind({ a: half, b: half })).toEqual(missing(state));
    expect(behind({ a: half, b: tilted })).toEqual(missing(state));
    // Equal laws at the start have no ratio below 1; behind them there is one, and a correction is owed there.
    expect(behind({ a: tilted, b: half }, half)).toEqual(missing(state, owed));
  });
  test("a ratio below 1 is one of a token that the target may say, and no stop token", () => {
    expect(notExercised([toyWorld(iid({ a: "1", b: "0" }), iid(half), 2)])).toEqual(missing(never));
    const stops = (p: string, q: string) =>
      toyWorld(iid({ a: p, ".": q }, { eos: "." }), iid({ a: q, ".": p }, { eos: "." }), 2);
    expect(notExercised([stops("3/4", "1/4")])).toEqual(missing(stop));
    expect(notExercised([stops("1/4", "3/4")])).toEqual(missing(stop, owed));
  });
  test("supports are disjoint where no token is in both", () => {
    const world = (q: Record<string, string>) => toyWorld(iid({ a: "1/2", b: "1/2", c: "0" }), iid(q));
    expect(notExercised([world({ a: "0", b: "1/2", c: "1/2" })])).toEqual(missing(never));
    expect(notExercised([world({ a: "0", b: "0", c: "1" })])).toEqual(missing(never, "disjoint supports"));
  });
  test("a drafter of other tokens is asked after its own spelling of the context", () => {
    const drafter = chain({ a: "1", c: "0" }, { a: { a: "0", c: "1" } });
    expect(notExercised([toyWorld(chain({ a: "1", b: "0" }, {}), drafter)])).toEqual(
      missing(state, "disjoint supports"),
    );
  });
  test("a prompt of several letters is remembered where the target remembers, and its tokens are fewer than letters", () => {
    const pair = { a: "1/2", ab: "1/2", b: "0" };
    const letters = all[6] as string;
    const of = (target: object, prompt: string) => notExercised([toyWorld(target, target, 1, prompt)]);
    expect(of(chain(pair, {}), "ab")).toEqual(missing(state, letters));
    expect(of(chain(pair, {}), "aa")).toEqual(missing(state));
    expect(of(chain(pair, {}), "")).toEqual(missing(state));
    expect(of(iid(pair), "ab")).toEqual(all);
  });
  test("each side may have the period and the state", () => {
    const rows = [0, 1].map((position) => ({ position, context: [], next: half }));
    const turns = iid(half, { model: { kind: "markov", order: 0, period: 2, rows } });
    expect(notExercised([toyWorld(turns, iid(half))])).toEqual(missing("a period"));
    expect(notExercised([toyWorld(iid(half), turns)])).toEqual(missing("a period"));
    expect(notExercised([toyWorld(chain(half, {}), iid(half))])).toEqual(missing(state));
    expect(notExercised([toyWorld(iid(half), iid(half)), toyWorld(turns, chain(half, {}))])).toEqual(
      missing("a period", state),
    );
  });
});

test("the worlds for modules of one's own have every point of the list, also those of one vocabulary alone", () => {
  const worlds = moduleWorlds().map((file) => readWorld(rational, file));
  expect(worlds.length).toBeGreaterThan(100);
  expect(notExercised(worlds)).toEqual([]);
  expect(notExercised(worlds.filter(({ shared }) => shared.sameVocabulary))).toEqual([]);
});
