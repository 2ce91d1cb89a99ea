import { describe, expect, it } from "vitest";
import type { Algorithm } from "../../../../src/core/algorithms/algorithm.ts";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { float64 } from "../../../../src/core/num/float64.ts";
import { FORMAT, parseWorld } from "../../../../src/core/worlds/parse-world.ts";
import { totalVariationTest } from "../../../../src/evidence/stats/total-variation-test.ts";
import { consistentPair } from "../../../../src/evidence/tiers/statistics/consistent-pair.ts";
import { mutant } from "../../../support/mutant.ts";
import { chain, iid } from "../../../support/toy-world.ts";

const rates = { alpha: 0.4, power: 0.99 };

const judge = <S>(side: object, algorithm: Algorithm<S>, horizon: number, samples: number, prompt = "", mass = 1) => {
  const parts = { format: FORMAT, name: "pair", prompt, lookahead: 2, target: side, drafter: side };
  const world = parseWorld(float64, "pair", JSON.stringify(parts));
  const heavy = (context: Parameters<typeof world.target.next>[0]) => {
    const law = world.target.next(context);
    return { ...law, weight: (token: (typeof law.support)[number]) => mass * law.weight(token) };
  };
  const shown: number[] = [];
  let forgotten = 0;
  const verdict = consistentPair(
    { world: { ...world, target: { ...world.target, next: heavy } }, forget: () => forgotten++ },
    algorithm,
    horizon,
    { seed: 3, samples, ...rates },
    (done) => shown.push(done),
  );
  return verdict.then((row) => ({ row, shown, forgotten }));
};

/** What a sample of one total variation would have shown, whatever was sampled. */
const detectable = (law: readonly number[], samples: number): number =>
  totalVariationTest([samples, ...law.slice(1).map(() => 0)], law, rates).detectable;

describe("consistentPair", () => {
  it("compares the 31 likeliest sequences one by one, and all others as one", async () => {
    const weights = [7, 20, 9, 17, 10, 14, 11, 12];
    const side = iid(Object.fromEntries(weights.map((weight, i) => [`${i}`, `${weight}/100`])));
    const pairs = weights.flatMap((a) => weights.map((b) => (a * b) / 10_000)).sort((a, b) => b - a);
    const law = [...pairs.slice(0, 31), pairs.slice(31).reduce((a, b) => a + b)];
    const { row } = await judge(side, sd, 2, 300);
    expect(row.detectable).toBeCloseTo(detectable(law, 300), 12);
    expect(row).toMatchObject({ verdict: "consistent", scope: "horizon ≤ 2", contexts: 1, samples: 300, ...rates });
    expect(row).toMatchObject({ world: "pair", algorithm: "sd", tier: "statistics", gap: null, acceptance: null });
  });

  it("follows the target's law from the prompt to its stop token", async () => {
    const side = chain({ a: "1", ".": "0" }, { a: { a: "1/3", ".": "2/3" } }, { eos: "." });
    const { row } = await judge(side, sd, 3, 100, "a");
    expect(row.verdict).toBe("consistent");
    expect(row.detectable).toBeCloseTo(detectable([2 / 3, 2 / 9, 2 / 27, 1 / 27, 0], 100), 12);
  });

  it("allows for laws that sum to a little more than 1", async () => {
    const { row } = await judge(iid({ a: "1/2", b: "1/2" }), sd, 1, 100, "", 1 + 1e-7);
    expect(row).toMatchObject({ verdict: "consistent", detectable: detectable([0.5, 0.5, 0], 100) });
  });

  it("refutes a wrong law, and one sample that the target never says", async () => {
    const side = iid({ a: "1/10", b: "2/10", c: "7/10" }, { vocabulary: ["a", "b", "c", "d"] });
    const slips = mutant((ask, { target, field }, context) => {
      const slip = ask.flip("slip", () => field.ratio(1n, 20n));
      return [slip ? (3 as never) : ask.sample("token", () => target.next(context))];
    });
    expect((await judge(side, sd, 1, 100)).row.verdict).toBe("consistent");
    expect(
      (
        await judge(
          side,
          mutant(() => [0 as never]),
          1,
          1000,
        )
      ).row.verdict,
    ).toBe("refuted");
    expect((await judge(side, slips, 1, 100)).row.verdict).toBe("refuted");
  });

  it("tells each hundred samples, and forgets the models' answers after five hundred", async () => {
    const { shown, forgotten } = await judge(iid({ a: "1/2", b: "1/2" }), sd, 1, 501);
    expect(shown).toEqual([0, 100, 200, 300, 400, 500]);
    expect(forgotten).toBe(2);
  });
});
