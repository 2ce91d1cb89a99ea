import { expect, test } from "vitest";
import { stream } from "../../../src/core/handlers/random.ts";

const first = (seed: number, name: string, count = 5): number[] => {
  const random = stream(seed, name);
  return Array.from({ length: count }, random);
};

test("the same seed and name give the same numbers, on every machine", () => {
  expect(first(7, "draft")).toEqual(first(7, "draft"));
});

test("another seed or another name gives other numbers", () => {
  const streams = [first(1, "a"), first(2, "a"), first(1, "b"), first(12, ""), first(1, "2")];
  expect(new Set(streams.map(String)).size).toBe(streams.length);
});

test("uniform on [0, 1): range, mean and lowest bits", () => {
  const draws = first(1, "uniform", 20_000);
  expect(draws.every((x) => x >= 0 && x < 1)).toBe(true);
  const mean = draws.reduce((total, x) => total + x, 0) / draws.length;
  // Five standard deviations: 5 / sqrt(12 · 20,000).
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.0103);
  const odd = draws.filter((x) => (x * 2 ** 53) % 2 === 1).length / draws.length;
  expect(Math.abs(odd - 0.5)).toBeLessThan(0.018);
});
