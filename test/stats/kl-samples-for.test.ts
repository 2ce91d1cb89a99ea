import { expect, test } from "vitest";
import { stream } from "../../src/handlers/random.ts";
import { drawCounts } from "../../src/stats/draw-counts.ts";
import { klSamplesFor } from "../../src/stats/kl-samples-for.ts";
import { klTest } from "../../src/stats/kl-test.ts";

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

test("mass outside the support needs one such sample", () => {
  expect(klSamplesFor([0, 0.5, 0.5], [1, 0, 0], rates)).toBe(1);
  expect(klSamplesFor([0.9, 0.1], [1, 0], rates)).toBe(Math.ceil(Math.log(0.1) / Math.log(0.9)));
});

test("equal laws can never be told apart", () => {
  expect(klSamplesFor(law, law, rates)).toBe(Number.POSITIVE_INFINITY);
});
