import { expect, test } from "vitest";
import { weightsOf } from "../../../src/core/law/dist.ts";
import { keeper, restrict, restrictBy } from "../../../src/core/law/restrict.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, written } from "../../support/toy-world.ts";

test("weights stay, mass is lost", () => {
  const p = law({ a: "1/2", b: "1/3", c: "1/6" });
  expect(written(restrict(rational, p, (x) => x !== "b"))).toEqual({ a: "1/2", c: "1/6" });
  expect(restrict(rational, p, () => false).support).toEqual([]);
});

test("what is kept of one support is found once by a keeper, and anew by another or of another support", () => {
  const [p, q] = [law({ a: "1/2", b: "1/2" }), law({ a: "1/3", b: "2/3" })];
  const same = { support: p.support, weight: q.weight.bind(q) };
  let asked = 0;
  const notA = keeper((x: string) => {
    asked++;
    return x !== "a";
  });
  expect(restrictBy(rational, same, notA).support).toBe(restrictBy(rational, p, notA).support);
  expect(written(restrictBy(rational, same, notA))).toEqual({ b: "2/3" });
  expect(asked).toBe(2);
  expect(() => (notA(p.support).from as number[]).push(0)).toThrow(TypeError);
  expect(() => (notA(p.support).places.support as string[]).push("c")).toThrow(TypeError);
  expect(weightsOf(restrictBy(rational, p, notA))).toHaveLength(1);
  expect(written(restrictBy(rational, law({ c: "1" }), notA))).toEqual({ c: "1" });
  expect(written(restrict(rational, p, (x) => x !== "b"))).toEqual({ a: "1/2" });
});
