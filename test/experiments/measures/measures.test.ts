import { describe, expect, test } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { segmentations } from "../../../src/core/vocab/segmentations.ts";
import { vocabulary } from "../../../src/core/vocab/vocabulary.ts";
import { contextsOfToken } from "../../../src/experiments/measures/contexts-of-token.ts";
import { expectedTokens } from "../../../src/experiments/measures/expected-tokens.ts";
import { estimatedMean, estimatedShare } from "../../../src/experiments/measures/interval.ts";
import { acceptedRounds } from "../../../src/experiments/measures/sampled-acceptance.ts";
import { speedup, tokensByFormula } from "../../../src/experiments/measures/speedup.ts";
import { wordBounds } from "../../../src/experiments/measures/word-bounds.ts";
import { iidWorld } from "../../../src/experiments/worlds/iid-world.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

const half = { a: "1/2", b: "1/2" };

describe("tokens a round", () => {
  test("are those of the formula where acceptances are independent", () => {
    const world = toyWorld(iid({ a: "3/4", b: "1/4" }), iid(half), 3);
    expect(rational.toNumber(expectedTokens(rational, world, sd))).toBeCloseTo(tokensByFormula(0.75, 3), 12);
    expect(tokensByFormula(1, 4)).toBe(5);
    expect(speedup(2, 4, 0.25)).toBe(1);
  });
  test("of a retokenised word are bounded: worked by hand", () => {
    // T = {a, b}, D = {a, z}: half of the drafts propose a, kept surely, and half nothing.
    expect(bounds(toyWorld(iid(half), iid({ a: "1/2", z: "1/2" })))).toEqual(["3/2", "3/2"]);
    // T = {a, b}, D = {a, ab}: a is kept with 1/2; then b, proposed half the time, always.
    expect(bounds(toyWorld(iid(half), iid({ a: "1/2", ab: "1/2" })))).toEqual(["7/4", "7/4"]);
  });
});

const bounds = (world: ReturnType<typeof toyWorld>): string[] => {
  const { optimum, transport } = wordBounds(rational, world);
  return [rational.print(optimum), rational.print(transport)];
};

test("contexts on the way to a token are counted as listing them counts", () => {
  const random = stream(2, "contexts");
  for (let trial = 0; trial < 40; trial++) {
    const texts = [
      ...new Set(
        Array.from({ length: 6 }, () =>
          Array.from({ length: 1 + Math.floor(random() * 3) }, () => (random() < 0.5 ? "a" : "b")).join(""),
        ),
      ),
    ];
    const words = vocabulary("drafter", texts, texts, null);
    const text = Array.from({ length: 7 }, () => (random() < 0.5 ? "a" : "b")).join("");
    const prefixes = [...segmentations(words, text)].flatMap((tokens) => tokens.map((_, at) => tokens.slice(0, at)));
    const spelled = (tokens: readonly number[]): number =>
      tokens.reduce((total, t) => total + (texts[t] as string).length, 0);
    const distinct = (name: (tokens: readonly number[]) => string): number => new Set(prefixes.map(name)).size;
    expect(contextsOfToken(words, text)).toEqual({
      text: distinct((tokens) => String(spelled(tokens))),
      lastToken: distinct((tokens) => `${spelled(tokens)}/${tokens.at(-1)}`),
      history: BigInt(distinct(String)),
    });
  }
});

describe("estimates", () => {
  test("cover: Wilson's interval holds the share in about 95 % of 400 samples", () => {
    const random = stream(4, "wilson");
    let held = 0;
    for (let i = 0; i < 400; i++) {
      let hits = 0;
      for (let j = 0; j < 200; j++) if (random() < 0.1) hits++;
      const { low, high } = estimatedShare(hits, 200);
      if (low <= 0.1 && 0.1 <= high) held++;
    }
    // 380 expected, deviation 4.4: 360 is 4.6 deviations off.
    expect(held).toBeGreaterThan(360);
    expect(estimatedShare(0, 100).low).toBeCloseTo(0, 12);
    expect(estimatedMean([1, 2, 3]).value).toBe(2);
  });
  test("sampled rounds accept as often as the formula says", () => {
    const world = iidWorld(float64, { texts: ["a", "b"], weights: [3, 1] }, { texts: ["a", "b"], weights: [1, 1] }, 1);
    const { low, high } = estimatedShare(acceptedRounds(world, sd, stream(1, "rounds"), 4_000), 4_000);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    expect(high - low).toBeLessThan(0.03);
  });
});
