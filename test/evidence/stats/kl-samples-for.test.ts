import { expect, test } from "vitest";
import { stream } from "../../../src/core/handlers/random.ts";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { klSamplesFor } from "../../../src/evidence/stats/kl-samples-for.ts";
import { klTest } from "../../../src/evidence/stats/kl-test.ts";

const rates = { alpha: 1e-3, power: 0.9 };
const law = [0.5, 0.3, 0.2];

test("the planned size is enough nearly as often as promised", () => {
  const faulty = [0.42, 0.34, 0.24];
  const samples = klSamplesFor(faulty, law, rates);
  const uniform = stream(5, "power");
  let seen = 0;
  for (let run = 0; run < 400; run++) {
    if (klTest(drawCounts(faulty, samples, uniform), law, rates).verdict === "refuted") seen++;
  }
  expect(seen / 400).toBeGreaterThan(0.87);
});

test("the size is that of scipy 1.17: norm.ppf for z, brentq for the radius and the equation", () => {
  expect(klSamplesFor([0.42, 0.34, 0.24], law, rates)).toBe(1601);
  expect(klSamplesFor([0.9, 0.1], [0.5, 0.5], rates)).toBe(44);
  expect(klSamplesFor([1, 0], [0.5, 0.5], rates)).toBe(17);
  expect(klSamplesFor([0, 1, 0], [0.25, 0.25, 0.5], { alpha: 1e-6, power: 0.99 })).toBe(17);
  expect(klSamplesFor([0.6, 0.4, 0, 0], [0.25, 0.25, 0.25, 0.25], { alpha: 0.01, power: 0.95 })).toBe(20);
});

test("the smaller size is given where mass lies outside the support and the rest differs as well", () => {
  expect(klSamplesFor([0.2, 0.6, 0.2], [0.5, 0.5, 0], rates)).toBe(11);
  expect(klSamplesFor([0.1, 0.88, 0.02], [0.5, 0.5, 0], rates)).toBe(48);
});

test("mass outside the support needs one such sample", () => {
  expect(klSamplesFor([0, 0.5, 0.5], [1, 0, 0], rates)).toBe(1);
  expect(klSamplesFor([0.9, 0.1], [1, 0], rates)).toBe(Math.ceil(Math.log(0.1) / Math.log(0.9)));
});

test("equal laws can never be told apart", () => {
  expect(klSamplesFor(law, law, rates)).toBe(Number.POSITIVE_INFINITY);
  for (const rounding of [1e-10, 1e-9]) {
    expect(klSamplesFor([0.5, 0.5 - rounding, rounding], [0.5, 0.5, 0], rates)).toBe(Number.POSITIVE_INFINITY);
  }
});
