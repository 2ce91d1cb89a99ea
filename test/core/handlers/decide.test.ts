import { expect, test } from "vitest";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, ratio } from "../../support/toy-world.ts";

test("answers what is possible", () => {
  expect(
    decide(rational, (ask) => [ask.possible("x", () => ratio("1/9")), ask.possible("y", () => rational.zero)]),
  ).toEqual([true, false]);
});

test("a closed formula makes no random choice", () => {
  expect(() => decide(rational, (ask) => ask.flip("coin", () => ratio("1/2")))).toThrow('drew "coin" at random');
  expect(() => decide(rational, (ask) => ask.sample("die", () => law({ a: "1" })))).toThrow('drew "die" at random');
});
