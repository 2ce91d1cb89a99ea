import { expect, test } from "vitest";
import { warped } from "../../../src/checker/adapters/warped.ts";
import { gauntlet } from "../../../src/checker/plan/gauntlet.ts";
import { type Dist, weightsOf } from "../../../src/core/law/dist.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";
import { parseWorld } from "../../../src/core/worlds/parse-world.ts";
import { worldFile } from "../whole/world.ts";

const wide = gauntlet().find(({ name }) => name === "wide-drafter-top-k")?.world;

test("a drafter that is cut to its likeliest tokens has these alone, in proportion, and the target stays as it is", () => {
  if (wide === undefined) throw new Error("there is no such case");
  const cut = warped(wide, 1, { drafterTopK: 50 });
  const [before, after] = [wide.drafter.next([]), cut.drafter.next([])];
  expect(after.support).toHaveLength(50);
  expect(weightsOf(after).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  const least = Math.min(...after.support.map((token) => before.weight(token)));
  expect(before.support.filter((token) => before.weight(token) > least)).toHaveLength(0);
  const [p, q] = [wide.target.next([]), cut.target.next([])];
  for (const token of p.support) expect(q.weight(token)).toBeCloseTo(p.weight(token), 12);
});

test("more tokens than there are cut nothing off", () => {
  if (wide === undefined) throw new Error("there is no such case");
  const whole = warped(wide, 1, { drafterTopK: 1000 }).drafter.next([]);
  for (const token of whole.support) expect(whole.weight(token)).toBeCloseTo(wide.drafter.next([]).weight(token), 12);
});

const world = (target: Record<string, string>, drafter: Record<string, string>) =>
  parseWorld(float64, "w", JSON.stringify(worldFile("w", target, drafter)));
/** What a law says of each token, in the order of its support. */
const written = (law: Dist<number, number>): [number, number][] =>
  law.support.map((token) => [token, law.weight(token)]);
const near = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([token, p]) => [token, expect.closeTo(p, 12)]);

test("a world that nothing is done to is the world itself, and all else is another", () => {
  const plain = world({ a: "1/2", b: "1/2" }, { a: "1/2", b: "1/2" });
  expect(warped(plain, 1, {})).toBe(plain);
  expect(warped(plain, 0.5, {})).not.toBe(plain);
  expect(warped(plain, 1, { minP: 0.1 })).not.toBe(plain);
  expect(warped(plain, 2, {})).toMatchObject({ name: "w", lookahead: 2 });
});

test("a temperature heats both sides, likeliest tokens first", () => {
  const hot = warped(world({ a: "1/5", b: "4/5", c: "0" }, { a: "9/10", b: "1/10", c: "0" }), 2, {});
  expect(written(hot.target.next([]))).toEqual(
    near([
      [1, 2 / 3],
      [0, 1 / 3],
    ]),
  );
  expect(written(hot.drafter.next([]))).toEqual(
    near([
      [0, 3 / 4],
      [1, 1 / 4],
    ]),
  );
});

test("what is done to logits is done to the target alone, and a cut to the drafter alone", () => {
  const laws = { a: "1/4", b: "1/2", c: "1/4" };
  const both = warped(world(laws, laws), 1, { bias: { 0: Math.LN2 }, drafterTopK: 2 });
  expect(written(both.target.next([]))).toEqual(
    near([
      [0, 0.4],
      [1, 0.4],
      [2, 0.2],
    ]),
  );
  // Of two tokens that are equally likely the smaller id stays.
  expect(written(both.drafter.next([]))).toEqual(
    near([
      [1, 2 / 3],
      [0, 1 / 3],
    ]),
  );
  const scarce = warped(world(laws, { a: "1/4", b: "3/4", c: "0" }), 1, { drafterTopK: 2 });
  expect(written(scarce.drafter.next([]))).toEqual(
    near([
      [1, 3 / 4],
      [0, 1 / 4],
    ]),
  );
  expect(written(warped(world(laws, laws), 0, {}).target.next([]))).toEqual([[1, 1]]);
});

test("each state has a law of its own, worked out once, and scores are read from it", () => {
  const file = worldFile("w", { a: "1/2", b: "1/2" });
  const rows = [{ context: ["a"], next: { a: "1/5", b: "4/5" } }];
  const target = { ...file.target, model: { kind: "markov", order: 1, rows, otherwise: { a: "1/2", b: "1/2" } } };
  const { target: model } = warped(parseWorld(float64, "w", JSON.stringify({ ...file, target })), 2, {});
  const [a, b] = [0, 1] as Token<"target">[] as [Token<"target">, Token<"target">];
  expect(model.next([a])).toBe(model.next([b, a]));
  expect(written(model.next([a]))).toEqual(
    near([
      [1, 2 / 3],
      [0, 1 / 3],
    ]),
  );
  expect(written(model.next([b]))).toEqual(
    near([
      [0, 1 / 2],
      [1, 1 / 2],
    ]),
  );
  const laws = model.score([a], [b, a]);
  expect([0, 1, 2].map((at) => laws(at).weight(a))).toEqual([1 / 3, 1 / 2, 1 / 3].map((p) => expect.closeTo(p, 12)));
});
