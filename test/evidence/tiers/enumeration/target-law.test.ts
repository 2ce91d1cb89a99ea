import { expect, test } from "vitest";
import { dist } from "../../../../src/core/law/dist.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { targetLaw } from "../../../../src/evidence/tiers/enumeration/target-law.ts";
import { chain, iid, ratio, toyWorld } from "../../../support/toy-world.ts";

const world = toyWorld(
  chain({ a: "1/2", b: "1/4", ".": "1/4" }, { a: { a: "0", b: "2/3", ".": "1/3" } }, { eos: "." }),
  iid({ a: "1" }),
  1,
  "b",
);
const printed = (horizon: number) =>
  Object.fromEntries(
    [...targetLaw(rational, world, horizon)].map(([key, { weight }]) => [key, rational.print(weight)]),
  );

test("the chain rule, shorter where it stops", () => {
  expect(printed(0)).toEqual({ "": "1" });
  expect(printed(1)).toEqual({ 0: "1/2", 1: "1/4", 2: "1/4" });
  expect(printed(2)).toEqual({ "0,1": "1/3", "0,2": "1/6", "1,0": "1/8", "1,1": "1/16", "1,2": "1/16", 2: "1/4" });
});

test("what has no probability is not in it, though the target lists it", () => {
  const listed = dist(rational, [0, 1, 2] as never[], [ratio("0"), ratio("1"), ratio("0")]);
  const { size } = targetLaw(rational, { ...world, target: { ...world.target, next: () => listed } }, 2);
  expect(size).toBe(1);
});

test("more sequences than allowed are an error", () => {
  expect(() => targetLaw(rational, world, 2, 5)).toThrow("its budget of 5 states");
  expect(targetLaw(rational, world, 2, 6).size).toBe(6);
});
