import { expect, test } from "vitest";
import { restrict } from "../../src/dist/restrict.ts";
import { rational } from "../../src/num/rational.ts";
import { law, written } from "../support/toy-world.ts";

test("weights stay, mass is lost", () => {
  const p = law({ a: "1/2", b: "1/3", c: "1/6" });
  expect(written(restrict(rational, p, (x) => x !== "b"))).toEqual({ a: "1/2", c: "1/6" });
  expect(restrict(rational, p, () => false).support).toEqual([]);
});

test("what is kept of one support is found once for a predicate, and anew for another", () => {
  const [p, q] = [law({ a: "1/2", b: "1/2" }), law({ a: "1/3", b: "2/3" })];
  const same = { support: p.support, weight: q.weight.bind(q) };
  const notA = (x: string): boolean => x !== "a";
  expect(restrict(rational, same, notA).support).toBe(restrict(rational, p, notA).support);
  expect(written(restrict(rational, same, notA))).toEqual({ b: "2/3" });
  expect(written(restrict(rational, p, (x) => x !== "b"))).toEqual({ a: "1/2" });
});
