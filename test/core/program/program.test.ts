import { describe, expect, test } from "vitest";
import { decide } from "../../../src/core/handlers/decide.ts";
import { enumerate } from "../../../src/core/handlers/enumerate.ts";
import { lawOf } from "../../../src/core/handlers/law-of.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { sample } from "../../../src/core/handlers/sample.ts";
import { pushforward } from "../../../src/core/law/pushforward.ts";
import { Expr, evaluate, expr, syntactic } from "../../../src/core/num/expr.ts";
import type { Field } from "../../../src/core/num/field.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Program } from "../../../src/core/program/program.ts";
import { ratio } from "../../support/toy-world.ts";

/** Tosses a coin of chance x until it shows heads, three times at most, and says how often. Written once. */
const tosses =
  <W>(field: Field<W>, x: W): Program<W, number> =>
  (ask) => {
    for (let toss = 1; toss < 3; toss++) {
      if (ask.possible("heads", () => x) && ask.flip("heads", () => x)) return toss;
      ask.merge("tossed", () => String(toss));
    }
    const last = { support: [3, 4], weight: (value: number) => (value === 3 ? x : field.monus(field.one, x)) };
    return ask.sample("last", () => last);
  };

describe("one source, every handler", () => {
  const expected = { 1: "1/4", 2: "3/16", 3: "9/64", 4: "27/64" };

  test("enumerated exactly", () => {
    const { outcomes } = lawOf(rational, tosses(rational, ratio("1/4")), String);
    expect(Object.fromEntries([...outcomes].map(([key, { weight }]) => [key, rational.print(weight)]))).toEqual(
      expected,
    );
  });

  test("as formulas that hold for every chance", () => {
    const law = new Map<number, Expr>();
    const add = (value: number, weight: Expr) => law.set(value, expr.add(law.get(value) ?? expr.zero, weight));
    enumerate(syntactic, tosses(expr, Expr.variable("x")), add);
    for (const [chance, first] of [
      ["1/4", "1/4"],
      ["2/3", "2/3"],
      ["0", "0"],
    ] as const) {
      const at = (formula: Expr) => rational.print(evaluate(rational, formula, () => ratio(chance)));
      expect(at(law.get(1) as Expr)).toBe(first);
    }
    const quarter = [...law].map(([value, formula]) => [
      value,
      rational.print(evaluate(rational, formula, () => ratio("1/4"))),
    ]);
    expect(Object.fromEntries(quarter)).toEqual(expected);
  });

  test("sampled", () => {
    const random = stream(1, "program");
    const counts = new Map<number, number>();
    const draws = 4000;
    for (let i = 0; i < draws; i++) {
      const value = sample(float64, tosses(float64, 0.25), random);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // Five standard deviations are 0.04 at most.
    for (const [value, weight] of Object.entries(expected)) {
      expect(Math.abs((counts.get(Number(value)) ?? 0) / draws - rational.toNumber(ratio(weight)))).toBeLessThan(0.04);
    }
  });

  test("a chance of zero: the coin is never tossed", () => {
    const { outcomes, paths } = lawOf(rational, tosses(rational, rational.zero), String);
    expect([...outcomes.keys(), paths]).toEqual(["4", 3]);
  });

  test("a formula without choices", () => {
    const program: Program<ReturnType<typeof ratio>, string> = (ask) =>
      ask.possible("mass", () => ratio("1/2")) ? "some" : "none";
    expect(decide(rational, program)).toBe("some");
  });
});

test("a law of programs' results is a push-forward", () => {
  const { outcomes } = lawOf(rational, tosses(rational, ratio("1/2")), String);
  const results = [...outcomes.values()];
  const even = pushforward(
    rational,
    {
      support: results.map(({ value }) => value),
      weight: (x: number) => results.find(({ value }) => value === x)?.weight ?? rational.zero,
    },
    (x) => x % 2 === 0,
  );
  expect([even.weight(true), even.weight(false)].map((w) => rational.print(w))).toEqual(["3/8", "5/8"]);
});
