import { describe, expect, test } from "vitest";
import { restrictModel } from "../../../src/core/models/restrict.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { chain, iid, toyWorld, written } from "../../support/toy-world.ts";

const { drafter } = toyWorld(
  iid({ a: "1" }),
  chain({ a: "1/2", b: "1/3", z: "1/6" }, { a: { z: "1" }, b: { a: "1/4", z: "3/4" } }),
);
const [a, b, z] = [0, 1, 2] as never[] as [never, never, never];
const model = restrictModel(rational, drafter, (token) => token !== z);

describe("conditioned on a set of tokens", () => {
  test("in every context", () => {
    expect(written(model.next([]))).toEqual({ 0: "3/5", 1: "2/5" });
    expect(written(model.next([b]))).toEqual({ 0: "1" });
    const laws = model.score([], [b]);
    expect([0, 1].map((at) => written(laws(at)))).toEqual([{ 0: "3/5", 1: "2/5" }, { 0: "1" }]);
  });
  test("where the set has no mass there is no law", () => {
    expect(() => model.next([a])).toThrow("no mass in this context");
  });
  test("all else is the model's", () => {
    expect([model.order, model.period, model.tokenizer]).toEqual([drafter.order, drafter.period, drafter.tokenizer]);
    expect(model.state([a, b])).toBe(drafter.state([a, b]));
  });
});
