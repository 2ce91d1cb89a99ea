import { describe, expect, test } from "vitest";
import { stream } from "../../../src/core/handlers/random.ts";
import { type Random, sample, sampler } from "../../../src/core/handlers/sample.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, ratio } from "../../support/toy-world.ts";

const always =
  (value: number): Random =>
  () =>
    value;

describe("a draw by inversion", () => {
  const weights = law({ a: "1/4", none: "0", b: "1/2", c: "1/4" });
  test.each([
    [0, "a"],
    [0.2499, "a"],
    [0.25, "b"],
    [0.7499, "b"],
    [0.75, "c"],
    [1 - 2 ** -53, "c"],
  ])("%d gives %s", (uniform, expected) => {
    expect(sampler(rational, always(uniform)).sample("letter", () => weights)).toBe(expected);
  });
  test("weights that sum to a little less than 1 still give a value, of positive weight", () => {
    const short = { support: ["a", "b"], weight: (x: string) => (x === "a" ? 0.999 : 0) };
    expect(sampler(float64, always(0.9999)).sample("letter", () => short)).toBe("a");
  });
  test("no mass is an error", () => {
    expect(() => sampler(rational, always(0)).sample("residual", () => law({ a: "0" }))).toThrow("without mass");
  });
});

test("flips: chances 0 and 1 are certain", () => {
  const ask = sampler(rational, stream(1, "flip"));
  for (let i = 0; i < 100; i++) {
    expect(ask.flip("never", () => rational.zero)).toBe(false);
    expect(ask.flip("always", () => rational.one)).toBe(true);
  }
});

test("frequencies are the law's, within five standard deviations", () => {
  const random = stream(3, "frequencies");
  const weights = law({ a: "1/6", b: "1/3", c: "1/2" });
  const draws = 10_000;
  const counts: Record<string, number> = { a: 0, b: 0, c: 0 };
  let heads = 0;
  for (let i = 0; i < draws; i++) {
    const drawn = sample(
      rational,
      (ask) => ({ letter: ask.sample("letter", () => weights), coin: ask.flip("coin", () => ratio("1/5")) }),
      random,
    );
    counts[drawn.letter] = (counts[drawn.letter] ?? 0) + 1;
    heads += Number(drawn.coin);
  }
  const near = (count: number, p: number) =>
    expect(Math.abs(count / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws));
  near(counts.a as number, 1 / 6);
  near(counts.b as number, 1 / 3);
  near(counts.c as number, 1 / 2);
  near(heads, 1 / 5);
});
