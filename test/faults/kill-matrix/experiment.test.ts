import { describe, expect, test } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { serve } from "../../../src/core/decode/serve.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { distance, experimentsOf, MOST_TEXTS } from "../../../src/faults/kill-matrix/experiment.ts";
import { iid, ratio, toyWorld } from "../../support/toy-world.ts";
import { bedOf, decoderMutant, right, roundMutant, stuck } from "./small-bed.ts";

const { exact, fast } = bedOf(["1/3", "2/3"]);
const [world, doubles] = [exact[0] as World<Rational>, fast[0] as World<number>];
const shown = (law: ReadonlyMap<string, Rational> | undefined): Record<string, string> | undefined =>
  law && Object.fromEntries([...law].map(([key, weight]) => [key, rational.print(weight)]));

describe("total variation", () => {
  const law = (weights: Record<string, string>) =>
    new Map(Object.entries(weights).map(([key, weight]) => [key, ratio(weight)]));
  const between = (a: Record<string, string>, b: Record<string, string>): string =>
    rational.print(distance(rational, law(a), law(b)));
  test("is half of all differences, whichever law comes first", () => {
    expect(between({ a: "1/2", b: "1/2" }, { a: "1/3", b: "2/3" })).toBe("1/6");
    expect(between({ a: "1/3", b: "2/3" }, { a: "1/2", b: "1/2" })).toBe("1/6");
    expect(between({ a: "1" }, { a: "1" })).toBe("0");
  });
  test("counts what only one of them has", () => {
    expect(between({ a: "1" }, { b: "1" })).toBe("1");
    expect(between({ a: "1" }, { a: "3/4", b: "1/4" })).toBe("1/4");
    expect(between({ a: "3/4", b: "1/4" }, { a: "1" })).toBe("1/4");
  });
});

describe("what is generated to learn a round's law", () => {
  const experiments = experimentsOf(roundMutant("law", sd));
  test("is one, two, three tokens", () => {
    expect(experiments.map(({ what }) => what)).toEqual(["1 token", "2 tokens", "3 tokens"]);
    expect(experiments.map((one) => one.expected(rational, world).size)).toEqual([2, 4, 8]);
  });
  test("is expected by the target's law, and is that of a right round", () => {
    const [first, second] = experiments;
    const expected = first?.expected(rational, world) as Map<string, Rational>;
    expect(Object.values(shown(expected) ?? {})).toEqual(["1/3", "2/3"]);
    expect(shown(first?.output(rational, world))).toEqual(shown(expected));
    expect(
      rational.isZero(
        distance(
          rational,
          second?.output(rational, world) ?? new Map(),
          second?.expected(rational, world) ?? new Map(),
        ),
      ),
    ).toBe(true);
    const [wrong] = experimentsOf(roundMutant("law", stuck));
    expect(rational.print(distance(rational, wrong?.output(rational, world) ?? new Map(), expected))).toBe("2/3");
  });
  test("is drawn so many times, the same for a seed", () => {
    const [first] = experiments;
    const drawn = (seed: number) => Object.fromEntries(first?.drawn(float64, doubles, seed, 300) ?? []);
    const counts = drawn(1);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(70);
    expect(drawn(1)).toEqual(counts);
    expect(drawn(2)).not.toEqual(counts);
  });
});

describe("what is generated to learn a decoder's law", () => {
  const experiments = experimentsOf(decoderMutant("law", serve(right)));
  test("is single texts, batches, successive calls and prompts that differ", () => {
    expect(experiments.map(({ what }) => what)).toEqual([
      "1",
      "1+1",
      "1, then 1",
      "1+1 (prompt 2 times)",
      "2",
      "3",
      "2+2",
      "2, then 2",
    ]);
  });
  test("is expected to be independent, and is, of a right decoder", () => {
    for (const { expected, output, what } of experiments.slice(0, 5)) {
      const law = expected(rational, world);
      expect([what, rational.print([...law.values()].reduce(rational.add))]).toEqual([what, "1"]);
      expect(shown(output(rational, world))).toEqual(shown(law));
    }
    const [, both] = experiments;
    const weights = Object.values(shown(both?.expected(rational, world)) ?? {});
    expect(weights.sort()).toEqual(["1/9", "2/9", "2/9", "4/9"]);
    const keys = [...(both?.expected(rational, world).keys() ?? [])];
    expect(keys).toEqual(["|0|0", "|0|1", "|1|0", "|1|1"]);
  });
  test("is another law of a wrong decoder", () => {
    const [, both] = experimentsOf(decoderMutant("law", serve(stuck)));
    expect(shown(both?.output(rational, world))).toEqual({ "|0|0": "1" });
    expect(Object.fromEntries(both?.drawn(float64, doubles, 1, 5) ?? [])).toEqual({ "|0|0": 5 });
  });
  test("is drawn so many times, the same for a seed", () => {
    const drawn = (seed: number) => Object.fromEntries(experiments[1]?.drawn(float64, doubles, seed, 400) ?? []);
    expect(Object.values(drawn(1)).reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(drawn(1)["|1|1"]).toBeGreaterThan(drawn(1)["|0|0"] ?? 400);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(2)).not.toEqual(drawn(1));
  });
  test("is not enumerated where it has too many tokens or paths", () => {
    const letters = (count: number) =>
      iid(Object.fromEntries(Array.from({ length: count }, (_, at) => [String.fromCharCode(97 + at), `1/${count}`])));
    const [one, , , , , three] = experiments;
    const of = (count: number) => toyWorld(letters(count), letters(count));
    expect(one?.output(rational, of(16))?.size).toBe(16);
    expect(one?.output(rational, of(17))).toBeUndefined();
    expect(three?.output(rational, of(15))?.size).toBe(15 ** 3);
    expect(three?.output(rational, of(16))).toBeUndefined();
  });
  test("an error of the decoder stays an error", () => {
    const broken = {
      ...serve(right),
      open: () => {
        throw new Error("no session");
      },
    };
    expect(() => experimentsOf(decoderMutant("law", broken))[0]?.output(rational, world)).toThrow("no session");
  });
});

test("at most 128 texts are compared", () => {
  expect(MOST_TEXTS).toBe(128);
});
