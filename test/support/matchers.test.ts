import { describe, expect, test } from "vitest";
import { acceptsEveryDraft } from "../../fixtures/faults/accepts-every-draft.ts";
import { slrsNoProposalFromTarget } from "../../fixtures/faults/slrs-no-proposal-from-target.ts";
import type { Algorithm } from "../../src/core/algorithms/algorithm.ts";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { sd } from "../../src/core/algorithms/sd.ts";
import { slrs } from "../../src/core/algorithms/slrs.ts";
import { generationLaw } from "../../src/core/handlers/generation-law.ts";
import { dist } from "../../src/core/law/dist.ts";
import { float64 } from "../../src/core/num/float64.ts";
import { rational } from "../../src/core/num/rational.ts";
import { showTokens, type Token } from "../../src/core/vocab/vocabulary.ts";
import { defaultLimits } from "../../src/evidence/tiers/enumeration/contexts.ts";
import { targetLaw } from "../../src/evidence/tiers/enumeration/target-law.ts";
import { sampledLaw } from "../../src/evidence/tiers/statistics/sampled-law.ts";
import { builtInWorlds } from "../../src/system/files.ts";
import {
  assertConsistent,
  assertLaw,
  assertLossless,
  BrokenClaim,
  judgeLossless,
  samplesNeeded,
} from "../../src/testing/matchers.ts";
import { type WorldFile, worldOf } from "../../src/testing/world-file.ts";
import { iid, law } from "./toy-world.ts";

/** One world file of two sides, as a plain object. */
const fileOf = (name: string, target: object, drafter: object): WorldFile =>
  ({ format: "lossless-world/1", name, prompt: "", lookahead: 1, target, drafter }) as unknown as WorldFile;

const coin = fileOf("coin", iid({ a: "1/4", b: "3/4" }), iid({ a: "1/2", b: "1/2" }));
const same = worldOf(rational, coin);
/** The world where drawing from p after no proposal is wrong. */
const file = fileOf(
  "no-proposal",
  iid({ a: "1/2", b: "1/2" }),
  iid({ a: "3/4", c: "1/4" }, { vocabulary: ["a", "b", "c"] }),
);
const wrong = slrsNoProposalFromTarget.algorithm;

/** What the claim's failure says. */
const complaint = (claim: () => void): string => {
  try {
    claim();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the claim holds");
};

describe("toBeLossless", () => {
  test("holds for right algorithms, in a world, a file's object and a file", () => {
    expect(sd).toBeLossless(same);
    expect(slrs).toBeLossless(file);
    expect(slrs).toBeLossless(builtInWorlds()[0] as string);
    for (const algorithm of algorithms) if (algorithm.lossless !== false) expect(algorithm).toBeLossless(same);
  });
  test("fails for mutants, with the witness in words", () => {
    expect(wrong).not.toBeLossless(file);
    const message = complaint(() => expect(acceptsEveryDraft.algorithm).toBeLossless(same));
    expect(message).toContain('expected accepts-every-draft to be lossless in the world "coin"');
    expect(message).toContain('after the prompt "" it generates "a" with probability 1/2; the target does with 1/4');
    expect(message).toContain("likeliest way there: draft: a");
    expect(message).toContain("T = {a, b}; p after the prompt: a 1/4, b 3/4");
    expect(message).toContain("D = {a, b}; q after the prompt: a 1/2, b 1/2");
    expect(message).toContain("lossless verify world.json --algorithm mine.ts --lookahead 1");
  });
  test("a failure in a world file writes the file; its verdict is the one replayed", () => {
    const message = complaint(() => expect(wrong).toBeLossless(file));
    expect(message).toContain('generates "a" with probability 5/8; the target does with 1/2');
    expect(message).toContain("total variation of one round: 1/8");
    expect(message).toContain("lossless verify world.json --algorithm mine.ts");
    expect(message).toContain(`# mine.ts: a module whose default export is ${wrong.id}`);
    const [, written = ""] = /cat > world\.json <<'END'\n([\s\S]*)\nEND\n/.exec(message) ?? [];
    expect(JSON.parse(written)).toEqual(file);
  });
  test("a control that is in the registry is replayed by its id, a file by its path", () => {
    const typical = algorithms.find(({ id }) => id === "typical") as (typeof algorithms)[number];
    const path = builtInWorlds().find((name) => name.endsWith("both-stop.json")) as string;
    const message = complaint(() => expect(typical).toBeLossless(path));
    expect(message.endsWith(`to replay:\nlossless verify ${path} --algorithm typical`)).toBe(true);
  });
  test("under not, says how far the law is right", () => {
    const message = complaint(() => expect(sd).not.toBeLossless(same));
    expect(message).toBe(
      'expected not sd to be lossless in the world "coin", but its law is exactly the target\'s (every horizon)',
    );
  });
  test("neither holds nor fails where it cannot tell, or the algorithm does not run", () => {
    const few = { ...defaultLimits, paths: 1 };
    for (const claim of [() => expect(sd).toBeLossless(same, few), () => expect(sd).not.toBeLossless(same, few)]) {
      expect(claim).toThrow(/cannot tell whether to expect sd to be lossless in the world "coin" \(horizon ≤ 0/);
    }
    for (const claim of [() => expect(sd).toBeLossless(file), () => expect(sd).not.toBeLossless(file)]) {
      expect(claim).toThrow(/sd does not run on:\nthe world "no-proposal"/);
    }
    expect(() => judgeLossless(sd, worldOf(float64, file) as never)).toThrow("has no exact weights");
  });
});

describe("toHaveLaw", () => {
  const world = worldOf(rational, file);
  const written = (tokens: readonly Token<"target">[]) => showTokens(world.target.tokenizer.vocabulary, tokens);

  test("compares dists, outcomes, maps and written fractions, zeros left out", () => {
    expect(law({ a: "1/3", b: "2/3" })).toHaveLaw({ b: "4/6", a: "1/3", c: "0" });
    expect(generationLaw(rational, world, slrs, 2).outcomes).toHaveLaw(targetLaw(rational, world, 2));
    expect(generationLaw(rational, world, slrs, 1).outcomes).toHaveLaw({ a: "1/2", b: "1/2" }, written);
    expect(new Map([["a", 0.25]])).toHaveLaw({ a: "1/4" });
    expect(dist(float64, ["a"], [0.1 + 0.2])).not.toHaveLaw({ a: "3/10" });
    expect(new Map()).toHaveLaw({});
  });
  test("fails for a mutant, with the values that differ and both fractions", () => {
    const { outcomes } = generationLaw(rational, world, wrong, 1);
    const message = complaint(() => expect(outcomes).toHaveLaw(targetLaw(rational, world, 1), written));
    expect(message).toBe(
      [
        "expected exactly this law, but 2 of 2 values differ (total variation 1/8):",
        "  value  found  expected",
        "  a      5/8    1/2",
        "  b      3/8    1/2",
      ].join("\n"),
    );
  });
  test("lists only what differs, also what one of them lacks", () => {
    const message = complaint(() => expect(law({ a: "1/2", b: "1/2" })).toHaveLaw({ a: "1/2", c: "1/2" }));
    expect(message).toContain("2 of 3 values differ (total variation 1/2)");
    expect(message).toMatch(/c {6}0 {6}1\/2\n {2}b {6}1\/2 {4}0$/);
  });
  test("under not, says that they are equal", () => {
    const message = complaint(() => expect(law({ a: "1" })).not.toHaveLaw({ a: "1" }));
    expect(message).toBe("expected another law than this, but the two are equal in all 1 values");
  });
  test("refuses what is no law in one field", () => {
    expect(() => expect(law({ a: "1" })).toHaveLaw(new Map([["a", 1]]))).toThrow("one field for both");
    expect(() => expect({ a: "0.5" }).toHaveLaw({ a: "1/2" })).toThrow('the weight of "a": found 0.5');
    expect(() => expect(law({ a: "1/2", b: "1/2" })).not.toHaveLaw({}, () => "x")).toThrow('written "x"');
    expect(() => expect(new Map([["a", "1/2"]])).toHaveLaw({ a: "1/2" })).toThrow("all rationals or all doubles");
  });
});

describe("toBeConsistentWith", () => {
  const sensitivity = { alpha: 1e-6, power: 0.999, detectable: 0.05 };
  const expected = targetLaw(rational, same, 1);
  const enough = samplesNeeded(expected, sensitivity);
  const draws = (algorithm: Algorithm, samples = enough) =>
    sampledLaw(float64, worldOf(float64, coin), algorithm, 1, 7, samples);

  test("holds for a right algorithm, from counts in a map or an object, or from samples", () => {
    const counts = draws(sd);
    expect(counts).toBeConsistentWith(expected, sensitivity);
    expect(Object.fromEntries(counts)).toBeConsistentWith(expected, sensitivity);
    const samples = [...counts].flatMap(([value, count]) => Array.from({ length: count }, () => value));
    expect(samples).toBeConsistentWith(expected, sensitivity);
    expect(samples.map(Number)).toBeConsistentWith(
      { a: "1/4", b: "3/4" },
      sensitivity,
      (token: number) => "ab"[token] as string,
    );
  });
  test("fails for a mutant, with the values that are furthest off", () => {
    const counts = draws(acceptsEveryDraft.algorithm);
    expect(counts).not.toBeConsistentWith(expected, sensitivity);
    const message = complaint(() => expect(counts).toBeConsistentWith(expected, sensitivity));
    expect(message).toMatch(
      new RegExp(`^expected samples of this law, but ${enough} of them are a total variation of 0\\.2[45]\\d\\d away`),
    );
    expect(message).toMatch(
      /value {2}sampled {2}law\n {2}0 {6}0\.[45]\d{3} {3}0\.2500\n {2}1 {6}0\.[45]\d{3} {3}0\.7500$/,
    );
  });
  test("a value of probability zero is enough", () => {
    const message = complaint(() => expect({ a: enough, c: 1 }).toBeConsistentWith({ a: "1" }, sensitivity));
    expect(message).toContain("hold values of probability 0");
    expect(message).toMatch(/ {2}c /);
  });
  test("too few samples are an error either way, which says how many are needed", () => {
    const few = draws(sd, enough - 1);
    for (const claim of [
      () => expect(few).toBeConsistentWith(expected, sensitivity),
      () => expect(few).not.toBeConsistentWith(expected, sensitivity),
    ]) {
      expect(claim).toThrow(RangeError);
      expect(claim).toThrow(
        `${enough - 1} samples see a total variation of 0.0500, not the 0.05 promised at alpha 0.000001 and power 0.999: at least ${enough} samples are needed`,
      );
    }
    const faulty = draws(acceptsEveryDraft.algorithm, enough - 1);
    expect(() => expect(faulty).not.toBeConsistentWith(expected, sensitivity)).toThrow(/even so, .* away/);
    expect(() => expect([]).toBeConsistentWith(expected, sensitivity)).toThrow(`at least ${enough} samples are needed`);
  });
  test("under not, says what would have been seen", () => {
    const message = complaint(() => expect(draws(sd)).not.toBeConsistentWith(expected, sensitivity));
    expect(message).toContain(`expected another law, but ${enough} samples are consistent with this one`);
    expect(message).toContain("would have been seen with power 0.999 at alpha 0.000001");
  });
  test("the promise is kept: a law that far away is refuted in 100 of 100 samplings", () => {
    const biased = worldOf(float64, fileOf("biased", iid({ a: "3/10", b: "7/10" }), iid({ a: "1/2", b: "1/2" })));
    for (let seed = 0; seed < 100; seed++) {
      expect(sampledLaw(float64, biased, sd, 1, seed, enough)).not.toBeConsistentWith(expected, sensitivity);
    }
  });
});

test("the plain functions throw the same messages", () => {
  assertLossless(sd, same);
  expect(() => assertLossless(wrong, file)).toThrow(BrokenClaim);
  expect(complaint(() => assertLossless(wrong, file))).toBe(complaint(() => expect(wrong).toBeLossless(file)));
  assertLaw({ a: "1/2" }, { a: "2/4" });
  expect(() => assertLaw({ a: "1/2" }, { a: "1/3" })).toThrow(BrokenClaim);
  const sensitivity = { alpha: 0.01, power: 0.9, detectable: 0.5 };
  assertConsistent({ a: 500, b: 500 }, { a: "1/2", b: "1/2" }, sensitivity);
  expect(() => assertConsistent({ a: 900, b: 100 }, { a: "1/2", b: "1/2" }, sensitivity)).toThrow(BrokenClaim);
});
