import { describe, expect, test } from "vitest";
import { stream } from "../../../src/core/handlers/random.ts";
import { BadModel } from "../../../src/core/models/bad-model.ts";
import { idsBelow, plainSampling, samplingLaw } from "../../../src/core/models/sampling-law.ts";
import { inDoubles, inFractions, type WholeLaw } from "../../../src/core/models/whole-law.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";

const logits = Float32Array.of(1, 3, -2, 3, 0.5, 2);
const share = ({ support, weights, total }: WholeLaw): Map<number, number> =>
  new Map(support.map((id, at) => [id, (weights[at] as number) / total]));

/** Softmax in plain doubles, over the ids that `keep` leaves. */
const softmax = (values: readonly number[], keep = (_: number) => true): Map<number, number> => {
  const weights = values.map((value, id) => (keep(id) ? Math.exp(value) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(weights.flatMap((weight, id) => (weight > 0 ? [[id, weight / total] as const] : [])));
};

const expectClose = (found: Map<number, number>, expected: Map<number, number>): void => {
  expect([...found.keys()]).toEqual([...expected.keys()]);
  // Weights are rounded to 2^-49 of the largest.
  for (const [id, p] of expected) expect(found.get(id)).toBeCloseTo(p, 13);
};

test("temperature 1: softmax", () =>
  expectClose(share(samplingLaw(logits, idsBelow(6), plainSampling, [])), softmax([...logits])));

test("temperature divides", () => {
  const law = samplingLaw(logits, idsBelow(6), { ...plainSampling, temperature: 0.5 }, []);
  expectClose(share(law), softmax([...logits].map((value) => 2 * value)));
});

test("temperature 0: the likeliest, ties to the lowest id", () => {
  expect(samplingLaw(logits, idsBelow(6), { ...plainSampling, temperature: 0 }, [])).toEqual({
    support: [1],
    weights: [1],
    total: 1,
  });
});

test.each([
  [1, [1, 3]],
  [2, [1, 3]],
  [3, [1, 3, 5]],
  [4, [0, 1, 3, 5]],
  [6, [0, 1, 2, 3, 4, 5]],
])("the %d largest, ties with the last one included", (topK, kept) => {
  expectClose(
    share(samplingLaw(logits, idsBelow(6), { ...plainSampling, topK }, [])),
    softmax([...logits], (id) => kept.includes(id)),
  );
});

test("the k largest of many values, against sorting", () => {
  const random = stream(4, "top-k");
  for (let round = 0; round < 50; round++) {
    const values = Float32Array.from({ length: 97 }, () => Math.floor(random() * 40) / 4);
    const k = 1 + Math.floor(random() * 97);
    const least = values.toSorted((a, b) => b - a)[k - 1] as number;
    const kept = [...values.keys()].filter((id) => (values[id] as number) >= least);
    expect([...share(samplingLaw(values, idsBelow(97), { ...plainSampling, topK: k }, [])).keys()]).toEqual(kept);
  }
});

test.each([
  [0.2, [1]],
  [0.5, [1, 3]],
  [0.86, [1, 3, 5]],
  [0.9999, [0, 1, 2, 3, 4, 5]],
])("top-p %d", (topP, kept) => {
  expectClose(
    share(samplingLaw(logits, idsBelow(6), { ...plainSampling, topP }, [])),
    softmax([...logits], (id) => kept.includes(id)),
  );
});

test("the repetition penalty divides positive logits of the context and multiplies negative ones, once each", () => {
  const law = samplingLaw(logits, idsBelow(6), { ...plainSampling, repetitionPenalty: 2 }, [1, 2, 1]);
  expectClose(share(law), softmax([1, 1.5, -4, 3, 0.5, 2]));
});

test("padding beyond the tokenizer's ids has no part in the law", () => {
  expectClose(share(samplingLaw(Float32Array.of(1, 2, 9, 9), idsBelow(2), plainSampling, [])), softmax([1, 2]));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d among the logits is refused", (bad) => {
  for (const at of [0, 3]) {
    const values = logits.slice();
    values[at] = bad;
    expect(() => samplingLaw(values, idsBelow(6), { ...plainSampling, temperature: 0 }, [])).toThrow(BadModel);
  }
});

test("minus infinity is a probability of zero, unless there is nothing else", () => {
  const values = logits.slice();
  values[3] = Number.NEGATIVE_INFINITY;
  expect(share(samplingLaw(values, idsBelow(6), plainSampling, [])).get(3)).toBe(0);
  expect(() => samplingLaw(values.fill(Number.NEGATIVE_INFINITY), idsBelow(6), plainSampling, [])).toThrow(
    "-Infinity only",
  );
});

describe("in doubles and in fractions it is one law", () => {
  test.each([0, 3])("top-k %d", (topK) => {
    const law = samplingLaw(logits, idsBelow(6), { ...plainSampling, topK }, []);
    const [doubles, fractions] = [inDoubles<"target">(law), inFractions<"target">(law)];
    expect(fractions.support).toEqual(doubles.support);
    const sum = fractions.weights?.reduce((a, b) => rational.add(a, b)) ?? rational.zero;
    expect(rational.equal(sum, rational.one)).toBe(true);
    for (let id = 0; id < 7; id++) {
      const token = id as Token<"target">;
      expect(rational.toNumber(fractions.weight(token))).toBe(doubles.weight(token));
    }
    expect(law.total).toBeLessThan(2 ** 53);
    expect(law.weights.every(Number.isInteger)).toBe(true);
  });
});
