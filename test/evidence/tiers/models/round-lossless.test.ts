import { describe, expect, test } from "vitest";
import { acceptsEveryDraft } from "../../../../fixtures/faults/accepts-every-draft.ts";
import { bonusFromTheDrafter } from "../../../../fixtures/faults/bonus-from-the-drafter.ts";
import type { Algorithm } from "../../../../src/core/algorithms/algorithm.ts";
import { algorithms } from "../../../../src/core/algorithms/registry.ts";
import { suspendedWorld } from "../../../../src/core/handlers/generate-suspended.ts";
import type { AsyncModel } from "../../../../src/core/models/async-model.ts";
import type { LanguageModel } from "../../../../src/core/models/model.ts";
import { Rational, rational } from "../../../../src/core/num/rational.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { lossless } from "../../../../src/evidence/tiers/enumeration/lossless.ts";
import { roundGap } from "../../../../src/evidence/tiers/enumeration/round-gap.ts";
import { cancelling } from "../../../../src/evidence/tiers/models/cancelling.ts";
import { FoldedEmissions } from "../../../../src/evidence/tiers/models/folded-emissions.ts";
import { roundLossless } from "../../../../src/evidence/tiers/models/round-lossless.ts";
import { chain, ratio, toyWorld } from "../../../support/toy-world.ts";

const later = <V extends string>(model: LanguageModel<Rational, V>): AsyncModel<Rational, V> => ({
  ...model,
  score: async (context, draft) => model.score(context, draft),
});
const suspended = (world: World<Rational>): World<Rational> =>
  suspendedWorld({ ...world, field: cancelling, target: later(world.target), drafter: later(world.drafter) }).world;

const laws = { a: { a: "1/4", b: "1/2", ab: "1/4" }, b: { a: "2/3", ab: "1/3" } };
const world = toyWorld(
  chain({ a: "1/2", b: "1/4", ab: "1/4" }, laws),
  chain({ a: "1/3", b: "1/3", ab: "1/3" }, {}),
  2,
  "ab",
);

describe("one round of models that answer later", () => {
  test.each(algorithms.filter(({ lossless: claims }) => claims !== false))(
    "$id: proved, with the figures of the enumeration",
    async (algorithm) => {
      const found = await roundLossless(cancelling, suspended(world), algorithm, 1e6);
      const expected = lossless(rational, world, algorithm);
      expect(found).toMatchObject({
        verdict: "proved",
        gap: "0",
        acceptance: expected.acceptance,
        expectedTokens: expected.expectedTokens,
      });
    },
  );
  test("a lossy control is refuted", async () => {
    const typical = algorithms.find(({ id }) => id === "typical") as Algorithm;
    expect((await roundLossless(cancelling, suspended(world), typical, 1e6)).verdict).toBe("refuted");
  });
  test("a draft taken as it comes is refuted, a bonus from the drafter is seen", async () => {
    expect((await roundLossless(cancelling, suspended(world), acceptsEveryDraft.algorithm, 1e6)).verdict).toBe(
      "refuted",
    );
    const bonus = await roundLossless(cancelling, suspended(world), bonusFromTheDrafter.algorithm, 1e6);
    expect(bonus.verdict).toBe("unknown");
    expect(bonus.gap).not.toBe("0");
  });
  test("too many paths: unknown", async () => {
    const [algorithm] = algorithms as [Algorithm];
    expect(await roundLossless(cancelling, suspended(world), algorithm, 1)).toMatchObject({
      verdict: "unknown",
      gap: null,
    });
  });
});

describe("emissions added up by folding", () => {
  const t = (...ids: number[]): Token<"target">[] => ids as Token<"target">[];
  const context = world.target.tokenizer.encode(world.prompt);
  const emissions = [
    ...world.target.next([...context, ...t(0)]).support.map((y) => ({
      emitted: [...t(0), y],
      weight: rational.mul(ratio("1/3"), world.target.next([...context, ...t(0)]).weight(y)),
    })),
    { emitted: t(1), weight: ratio("1/4") },
    { emitted: t(0), weight: ratio("1/6") },
    { emitted: t(2), weight: ratio("1/4") },
  ];
  test("what follows by the target's own law folds away, and the gap stays", () => {
    const folded = new FoldedEmissions(rational, world.target, context);
    for (const { emitted, weight } of emissions) folded.add(emitted, weight);
    const left = [...folded.emissions()];
    expect(left.map(({ emitted, weight }) => [emitted.join(), rational.print(weight)])).toEqual([
      ["0", "1/2"],
      ["1", "1/4"],
      ["2", "1/4"],
    ]);
    expect(roundGap(rational, world.target, context, left)).toEqual(
      roundGap(rational, world.target, context, emissions),
    );
  });
  test("what does not stays, and so does its gap", () => {
    const bent = emissions.map((one, at) =>
      at === 0 ? { ...one, weight: rational.mul(one.weight, ratio("1/2")) } : one,
    );
    const folded = new FoldedEmissions(rational, world.target, context);
    for (const { emitted, weight } of bent) folded.add(emitted, weight);
    const left = [...folded.emissions()];
    expect(left.length).toBe(bent.length);
    const [found, expected] = [left, bent].map((all) => rational.print(roundGap(rational, world.target, context, all)));
    expect(found).toBe(expected);
    expect(found).not.toBe("0");
  });
});

test("cancelling gives the same products, shorter", () => {
  const a = new Rational(7n, 2n ** 52n);
  const b = new Rational(5n * 3n, 7n * 3n);
  expect(rational.equal(cancelling.mul(a, b), rational.mul(a, b))).toBe(true);
  expect(cancelling.mul(a, b).denominator).toBe(3n * 2n ** 52n);
});
