import { expect, test } from "vitest";
import { restrict } from "../../src/dist/restrict.ts";
import { rational } from "../../src/num/rational.ts";
import { law, written } from "../support/toy-world.ts";

test("weights stay, mass is lost", () => {
  const p = law({ a: "1/2", b: "1/3", c: "1/6" });
  expect(written(restrict(rational, p, (x) => x !== "b"))).toEqual({ a: "1/2", c: "1/6" });
  expect(restrict(rational, p, () => false).support).toEqual([]);
});
