import { expect, test } from "vitest";
import { dist, lazyDist, mass, nothing, pointMass, weightsOf } from "../../src/dist/dist.ts";
import { float64 } from "../../src/num/float64.ts";
import { rational } from "../../src/num/rational.ts";
import { law, written } from "../support/toy-world.ts";

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
