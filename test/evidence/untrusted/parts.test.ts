import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { dist } from "../../../src/core/law/dist.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Ask } from "../../../src/core/program/program.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { fingerprint } from "../../../src/evidence/untrusted/fingerprint.ts";
import { guarded, ownKey } from "../../../src/evidence/untrusted/guarded.ts";
import { NarrowAsk } from "../../../src/evidence/untrusted/narrow-ask.ts";
import { readOnly } from "../../../src/evidence/untrusted/read-only.ts";
import { readOnlyLaw } from "../../../src/evidence/untrusted/read-only-law.ts";
import { readOnlyWorld } from "../../../src/evidence/untrusted/read-only-world.ts";
import { statesOf } from "../../../src/evidence/untrusted/states-of.ts";
import { valueName } from "../../../src/evidence/untrusted/value-name.ts";
import { Watch } from "../../../src/evidence/untrusted/watch.ts";
import { chain, iid, ratio, toyWorld } from "../../support/toy-world.ts";

type Target = Token<"target">;
const target = (...ids: number[]) => ids as Target[];
const half = { a: "1/2", b: "1/2" };
const world = toyWorld(chain(half, { a: { a: "1/3", b: "2/3" } }), chain(half, { a: { a: "1/4", b: "3/4" } }), 2, "ab");

describe("the name of a value", () => {
  test.each([
    ["a", '"a"'],
    ['a"b', '"a\\"b"'],
    [3n, "3n"],
    [3, "3"],
    [0, "0"],
    [-0, "-0"],
    [null, "null"],
    [undefined, "undefined"],
    [true, "true"],
    [[1, [2, "x"]], '[1,[2,"x"]]'],
    [[], "[]"],
    [
      new Map<unknown, unknown>([
        ["k", 1],
        [2, [3]],
      ]),
      'map("k",1,2,[3])',
    ],
    [new Set([1, "1"]), 'set(1,"1")'],
    [Uint8Array.of(1, 2), "Uint8Array(1,2)"],
    [Float64Array.of(1, -0), "Float64Array(1,-0)"],
    [{ a: 1, b: { c: 2n } }, "{a:1,b:{c:2n}}"],
    [Object.defineProperty({ a: 1 }, Symbol.toStringTag, { value: "named" }), "{a:1}"],
    [{ [Symbol("s")]: 1 }, "{Symbol(s):1}"],
  ])("%#", (value, name) => {
    expect(valueName(value)).toBe(name);
  });
  test("tells apart what differs in kind alone", () => {
    const values = [
      1,
      "1",
      1n,
      [1],
      { 0: 1 },
      new Set([1]),
      new Map([[1, 1]]),
      Uint8Array.of(1),
      Int8Array.of(1),
      [[1]],
    ];
    expect(new Set(values.map(valueName)).size).toBe(values.length);
  });
});

test("a fingerprint adds up what is emitted and accepted alike, in any order, whatever the states", () => {
  const outcome = (emitted: number[], accepted: number | undefined, weight: string, state: unknown) => ({
    value: { emitted: emitted as Target[], ...(accepted === undefined ? {} : { accepted }), state },
    weight: ratio(weight),
  });
  const rounds = [outcome([1, 2], 1, "1/2", "x"), outcome([0], undefined, "1/6", "y"), outcome([1, 2], 1, "1/3", "z")];
  expect(fingerprint(rational, rounds as never)).toBe("0/undefined:1/6 1,2/1:5/6");
  expect(fingerprint(rational, rounds.toReversed() as never)).toBe("0/undefined:1/6 1,2/1:5/6");
  expect(fingerprint(rational, [])).toBe("");
});

describe("a law that is handed out", () => {
  const weights = [ratio("1/3"), ratio("2/3")];
  const support = ["a", "b"];
  const original = dist(rational, support, weights);
  const law = readOnlyLaw(original, "a law");
  test("says the same", () => {
    expect([[...law.support], [...(law.weights ?? [])]]).toEqual([["a", "b"], weights]);
    expect(rational.print(law.weight("b"))).toBe("2/3");
    expect(law.support).toBe(law.support);
    expect(law.weights).toBe(law.weights);
    expect(String(law)).toBe("[object a law]");
  });
  test("and nothing in it can be written, and what it was made of can", () => {
    expect(() => Object.assign(law.support, ["c"])).toThrow("[object the support of a law]");
    expect(() => Object.assign(law.weights ?? [], [1])).toThrow("[object the weights of a law]");
    expect([law, law.support, law.weights, law.weight("a"), Object.getPrototypeOf(law)].map(Object.isFrozen)).toEqual(
      new Array(5).fill(true),
    );
    expect(law.weights?.every(Object.isFrozen)).toBe(true);
    expect([support, original.support].map((list) => Reflect.get(list, Symbol.toStringTag))).toEqual([
      undefined,
      undefined,
    ]);
    expect(law.support).not.toBe(original.support);
    expect(Object.isFrozen(support)).toBe(false);
  });
});

describe("a world that is handed out", () => {
  test("is frozen in all its parts, and says the same", () => {
    const seen = readOnlyWorld(world, new Watch());
    const parts = [seen, seen.field, seen.shared, seen.target, seen.drafter, seen.target.tokenizer];
    expect([...parts, seen.drafter.tokenizer.vocabulary].every(Object.isFrozen)).toBe(true);
    expect([seen.name, seen.lookahead, seen.prompt]).toEqual([world.name, world.lookahead, world.prompt]);
    expect([seen.target.order, seen.target.period]).toEqual([1, 1]);
    const { tokenizer } = seen.target;
    expect([tokenizer.vocabulary.size, tokenizer.vocabulary.label(1 as Target)]).toEqual([2, "b"]);
    expect([tokenizer.encode(world.prompt), tokenizer.encodeDropping(world.prompt)]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(seen.shared.toDrafter(1 as Target)).toBe(1);
    expect(seen.target.state(target(1, 0))).toBe(world.target.state(target(1, 0)));
    expect(seen.target.next(target(0)).weights?.map((p) => rational.print(p))).toEqual(["1/3", "2/3"]);
    const laws = seen.target.score(target(1), target(0));
    expect([0, 1].map((at) => rational.print(laws(at).weight(0 as Target)))).toEqual(["1/2", "1/3"]);
    expect(Object.isFrozen(seen.target.score(target(1), target(0)))).toBe(true);
  });
  test("its tokenizer gives lists of one's own, and one law for one law", () => {
    const seen = readOnlyWorld(world, new Watch());
    const ids = seen.target.tokenizer.encode(world.prompt);
    (ids as number[])[0] = 9;
    expect(seen.target.tokenizer.encode(world.prompt)).toEqual([0, 1]);
    const dropping = seen.target.tokenizer.encodeDropping(world.prompt);
    (dropping as number[])[0] = 9;
    expect(seen.target.tokenizer.encodeDropping(world.prompt)).toEqual([0, 1]);
  });
  test("a tokenizer that remembers its lists keeps them", () => {
    const kept = world.target.tokenizer.encode(world.prompt);
    const vocabulary = world.target.tokenizer.vocabulary;
    const tokenizer = { ...world.target.tokenizer, vocabulary, encode: () => kept, encodeDropping: () => kept };
    const remembering = { ...world, target: { ...world.target, tokenizer } } as unknown as World<never>;
    const seen = readOnlyWorld(remembering, new Watch()).target.tokenizer;
    for (const list of [seen.encode(world.prompt), seen.encodeDropping(world.prompt)])
      expect([list, list === kept]).toEqual([kept, false]);
  });
  test("notes which of the drafter's contexts are asked for", () => {
    const uses = (use: (seen: World<unknown>, committed: readonly Target[]) => unknown, of = world) => {
      const watch = new Watch();
      use(readOnlyWorld(of, watch) as World<unknown>, watch.hand(target(0, 1), "target", "the committed tokens"));
      return { ...watch.uses, read: watch.read };
    };
    const none = { same: false, text: false, read: undefined };
    expect(uses((seen, committed) => seen.target.next(committed))).toEqual(none);
    expect(uses((seen, committed) => seen.drafter.next(seen.sameTokens(committed)))).toEqual({ ...none, same: true });
    expect(uses((seen, committed) => seen.drafter.next(seen.drafterContext(committed)))).toEqual({
      ...none,
      text: true,
    });
    // The committed tokens as they are, where both sides have the same ids for them.
    expect(uses((seen, committed) => seen.drafter.next(committed as never))).toEqual({ ...none, same: true });
    const other = toyWorld(iid(half), iid({ b: "1/2", a: "1/2" }));
    expect(uses((seen, committed) => seen.drafter.next(committed as never), other)).toEqual({
      ...none,
      read: "the ids of the target's tokens",
    });
    expect(uses((seen) => seen.drafter.next([0, 1] as never))).toEqual(none);
  });
  test("hands out contexts of the drafter that are watched as well", () => {
    const watch = new Watch();
    const seen = readOnlyWorld(world, watch);
    expect(seen.drafterContext(target(0, 1)).length).toBe(2);
    expect(watch.read).toBe("the length of the drafter's context");
  });
});

test("positions with one name depend on what was read: nothing, the drafter's states, all, or a state of one's own", () => {
  const name = (uses: Parameters<typeof statesOf>[1], state: unknown, stateIsContext = true) =>
    statesOf(world, uses, { ...sd, stateIsContext } as unknown as Algorithm)(state);
  const neither = { same: false, text: false };
  expect(name(neither, target(0, 1))).toBe("/");
  const same = name({ same: true, text: false }, target(0, 1));
  expect(same).toBe(`${world.drafter.state([0, 1] as never)}/`);
  const text = name({ same: false, text: true }, target(1, 0));
  expect(text.startsWith("/")).toBe(true);
  expect(text.length).toBeGreaterThan(1);
  expect(name("whole", target(0, 1))).toBe("0,1");
  expect(name("whole", { a: 1 }, false)).toBe("{a:1}");
});

test("questions are passed on, with labels that are texts alone", () => {
  const asked: unknown[] = [];
  const ask = {
    sample: (label: string, law: () => unknown) => asked.push(["sample", label, law()]),
    flip: (label: string, chance: () => unknown) => Boolean(asked.push(["flip", label, chance()])),
    possible: (label: string, mass: () => unknown) => !asked.push(["possible", label, mass()]),
    merge: (label: string, key: () => string) => void asked.push(["merge", label, key()]),
  } as unknown as Ask<number>;
  const narrow = new NarrowAsk(ask);
  expect(narrow.sample("a", () => 1 as never)).toBe(1);
  expect([narrow.flip("b", () => 2), narrow.possible("c", () => 3), narrow.merge("d", () => "k")]).toEqual([
    true,
    false,
    undefined,
  ]);
  expect(asked).toEqual([
    ["sample", "a", 1],
    ["flip", "b", 2],
    ["possible", "c", 3],
    ["merge", "d", "k"],
  ]);
  expect([Object.isFrozen(narrow), Object.isFrozen(NarrowAsk.prototype)]).toEqual([true, true]);
  const wrong = "a question has the label 7; a label is a text";
  for (const method of ["sample", "flip", "possible", "merge"] as const)
    expect(() => (narrow[method] as (label: unknown, of: unknown) => unknown)(7, () => 1)).toThrow(wrong);
});

const mine = (parts: object): Algorithm =>
  ({ ...sd, id: "mine", acceptance: undefined, ...parts }) as unknown as Algorithm;
const ask = {} as Ask<never>;

describe("somebody's algorithm as it is run", () => {
  const run = (parts: object, state: unknown = target(0, 1)) => {
    const watch = new Watch();
    const checked = guarded(
      mine(parts),
      (one) => one,
      watch,
      () => "key",
    );
    return { checked, watch, round: () => (checked.round(world, state) as (ask: Ask<never>) => unknown)(ask) };
  };
  test("has its id, the key that is given, and nothing to cite", () => {
    const { checked } = run({ theorems: ["x"], cite: ["y"] });
    expect(checked).toMatchObject({ id: "mine", theorems: [], cite: [], stateIsContext: true });
    expect(checked.key({}, world)).toBe("key");
  });
  test("starts from the prompt's tokens, or from a copy of a state of its own", () => {
    expect(run({}).checked.start(world)).toEqual([0, 1]);
    expect(() => run({ start: () => [1] }).checked.start(world)).toThrow(
      'algorithm "mine" starts from 1; an algorithm whose state is its context starts from the prompt\'s tokens 0,1',
    );
    const state = { list: [1] };
    const started = run({ stateIsContext: false, start: () => state }).checked.start(world);
    expect([JSON.stringify(started), started === state, Object.isFrozen(started)]).toEqual([
      '{"list":[1]}',
      false,
      true,
    ]);
  });
  test("gives copies of what it emits, accepts and leaves", () => {
    const emitted = target(0);
    const result = run({ round: () => () => ({ emitted, accepted: 1 }) }).round() as { emitted: Target[] };
    expect(result).toEqual({ emitted: [0], accepted: 1 });
    expect(result.emitted).not.toBe(emitted);
    expect(run({ round: () => () => ({ emitted }) }).round()).toEqual({ emitted: [0] });
    expect(run({ round: () => () => undefined }).round()).toEqual({ emitted: [] });
    const own = run({ stateIsContext: false, round: () => () => ({ emitted, accepted: 0, state: { n: 1 } }) }, {});
    expect(JSON.parse(JSON.stringify(own.round()))).toEqual({ emitted: [0], accepted: 0, state: { n: 1 } });
  });
  test.each([
    ["-1", -1],
    ["2", 2],
    ["0.5", 0.5],
    ["x", "x"],
    ["null", null],
  ])("cannot accept %s of one token", (said, accepted) => {
    expect(run({ round: () => () => ({ emitted: target(0), accepted }) }).round).toThrow(
      `algorithm "mine" accepted ${said} of 1 emitted tokens; expected a whole number from 0 to 1`,
    );
  });
  test("is told what breaks its contract", () => {
    expect(run({ round: () => 5 }).round).toThrow("round gave number; expected a program, a function");
    expect(run({ round: () => () => ({ emitted: target(0), state: 1 }) }).round).toThrow(
      'algorithm "mine" leaves a state beside stateIsContext, which would be dropped',
    );
    const writes = (_: unknown, committed: number[]) => () => {
      try {
        committed[0] = 1;
      } catch {}
      return { emitted: target(0) };
    };
    expect(run({ round: writes }).round).toThrow("the round writes to the committed tokens");
  });
  test("a write to what is read only is told as one, all other errors are its own", () => {
    const frozen = Object.freeze({ a: 1 });
    const write = () => () => {
      (frozen as { a: number }).a = 2;
    };
    expect(run({ round: write }).round).toThrow(
      /^round writes to what it was handed, which is read only: Cannot assign/,
    );
    const add = () => () => {
      (frozen as Record<string, number>).b = 2;
    };
    expect(run({ round: add }).round).toThrow("round writes to what it was handed");
    for (const error of [new TypeError("x is not a function"), new RangeError("Cannot change it"), "text"]) {
      const thrown = run({
        round: () => () => {
          throw error;
        },
      }).round;
      let caught: unknown;
      try {
        thrown();
      } catch (found) {
        caught = found;
      }
      expect(caught).toBe(error);
    }
  });
});

test("a key of one's own is a string, and the same when it is asked again", () => {
  const key = (give: () => unknown) => ownKey(mine({ key: give }), world, [] as never);
  expect(key(() => "k")).toBe("k");
  expect(() => key(() => 7)).toThrow('algorithm "mine" has the key 7; a key is a string');
  expect(() => key(() => ({}))).toThrow('algorithm "mine" has the key of an object; a key is a string');
  expect(() => key(() => undefined)).toThrow("the key undefined");
  let times = 0;
  expect(() => key(() => String(times++))).toThrow("key names the same state otherwise when it is asked again");
});

test("a read-only algorithm sees one read-only world for each world, and its states are named by what they hold", () => {
  const seen: World<unknown>[] = [];
  const start = (one: World<unknown>) => {
    seen.push(one);
    return { n: [1] };
  };
  const checked = readOnly(mine({ stateIsContext: false, start }));
  const other = toyWorld(iid(half), iid(half));
  for (const one of [world, world, other]) checked.start(one);
  expect([seen[0] === seen[1], seen[0] === seen[2], seen.every(Object.isFrozen)]).toEqual([true, false, true]);
  expect([seen[0]?.name, (seen[0] as unknown) === world]).toEqual(["toy", false]);
  expect(checked.key({ n: [1] }, world)).toBe("{n:[1]}");
});
