import { expect, test } from "vitest";
import { dist, lazyDist, mass, nothing, pointMass, reweighted, weightsOf } from "../../../src/core/law/dist.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, written } from "../../support/toy-world.ts";

test("outside the support every weight is zero", () => {
  expect(rational.print(law({ a: "1/3", b: "2/3" }).weight("b"))).toBe("2/3");
  expect(rational.print(law({ a: "1" }).weight("b"))).toBe("0");
});

test.each([1, 8, 9, 500])("a support of %i values, searched or indexed", (size) => {
  const values = Array.from({ length: size }, (_, i) => i * 3);
  const large = dist(float64, values, values);
  for (const value of values) expect(large.weight(value)).toBe(value);
  expect(large.weight(1)).toBe(0);
});

test.each([
  ["all ids", (i: number) => i],
  ["all but the first", (i: number) => i + 1],
  ["the same ids in another order", (i: number) => 19 - i],
  ["numbers, some below 0", (i: number) => i - 3],
  ["halves", (i: number) => i / 2],
  ["numbers far apart", (i: number) => i * 1000],
  ["ids up to four times their number", (i: number) => (i === 19 ? 80 : i + 1)],
  ["letters", (i: number) => String.fromCharCode(97 + i)],
])("a law over %s, and one with other weights that shares its places, gives each value its own", (_, valueAt) => {
  const values: unknown[] = Array.from({ length: 20 }, (_, i) => valueAt(i));
  const weights = values.map((_, i) => i + 1);
  const before = dist(float64, values, weights);
  const after = reweighted(
    float64,
    lazyDist(() => lazyDist(() => before)),
    weights.toReversed(),
  );
  expect(values.map((value) => before.weight(value))).toEqual(weights);
  expect(values.map((value) => after.weight(value))).toEqual(weights.toReversed());
  for (const other of [undefined, -9, 0.25, 77, "0", "length", "none"]) {
    expect([before.weight(other), after.weight(other)]).toEqual([0, 0]);
  }
  expect(after.support).toBe(values);
});

test("a law of another kind takes other weights too", () => {
  const support = Array.from({ length: 9 }, (_, i) => i * 2);
  const bare = { support, weight: () => 0 };
  expect(reweighted(float64, bare, support).weight(16)).toBe(16);
});

test("laws that are frozen still find their values, and compute what is lazy once", () => {
  const ids = Array.from({ length: 9 }, (_, i) => i + 3);
  let computed = 0;
  const lazy = Object.freeze(
    lazyDist(() => {
      computed++;
      return Object.freeze(dist(float64, ids, ids));
    }),
  );
  expect([lazy.weight(11), lazy.weight(12), lazy.weight(3), computed]).toEqual([11, 0, 3, 1]);
});

test("a point mass", () => expect(written(pointMass(rational, "x"))).toEqual({ x: "1" }));

test("the mass of a sub-law", () => {
  expect(rational.print(mass(rational, law({ a: "1/3", b: "1/6" })))).toBe("1/2");
  expect(rational.print(mass(rational, law({})))).toBe("0");
});

test("a lazy law is computed when it is first looked at, once", () => {
  let computed = 0;
  const lazy = lazyDist(() => {
    computed++;
    return law({ a: "1" });
  });
  expect(computed).toBe(0);
  expect([lazy.support, rational.print(lazy.weight("a")), computed]).toEqual([["a"], "1", 1]);
});

test("a lazy law hands on the weights that are at hand", () => {
  const small = law({ a: "1/3", b: "2/3" });
  expect(lazyDist(() => small).weights).toBe(small.weights);
});

test("weights that are not at hand are asked for, in the order of the support", () => {
  const asked: string[] = [];
  const bare = { support: ["b", "a"], weight: (x: string) => asked.push(x) };
  expect([weightsOf(bare), asked]).toEqual([
    [1, 2],
    ["b", "a"],
  ]);
});

test("nothing has no value and no mass", () => {
  expect(nothing(rational).support).toEqual([]);
  expect(weightsOf(nothing(rational))).toEqual([]);
  expect(rational.print(mass(rational, nothing(rational)))).toBe("0");
});
