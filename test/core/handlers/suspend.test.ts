import { describe, expect, test } from "vitest";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { generate } from "../../../src/core/decode/generate.ts";
import { generateSuspended, suspendedWorld } from "../../../src/core/handlers/generate-suspended.ts";
import { Pending } from "../../../src/core/handlers/pending.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { sample } from "../../../src/core/handlers/sample.ts";
import { suspend } from "../../../src/core/handlers/suspend.ts";
import { thinned } from "../../../src/core/law/thinned.ts";
import type { AsyncModel } from "../../../src/core/models/async-model.ts";
import type { LanguageModel } from "../../../src/core/models/model.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import type { Program } from "../../../src/core/program/program.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { chain, law, ratio, toyWorld } from "../../support/toy-world.ts";

/** The same model, its answers a turn of the event loop away; every question is counted. */
const later = <V extends string>(model: LanguageModel<Rational, V>, asked: () => void): AsyncModel<Rational, V> => ({
  ...model,
  score: async (context, draft) => {
    asked();
    await new Promise(setImmediate);
    return model.score(context, draft);
  },
});

const counting = (world: World<Rational>) => {
  const counts = { target: 0, drafter: 0 };
  const target = later(world.target, () => counts.target++);
  const drafter = later(world.drafter, () => counts.drafter++);
  return { counts, suspended: suspendedWorld({ ...world, field: rational, target, drafter }) };
};

const laws = { a: { a: "1/4", b: "1/2", ab: "1/4" }, b: { a: "2/3", ab: "1/3" } };
const same = toyWorld(
  chain({ a: "1/2", b: "1/4", ab: "1/4" }, laws),
  chain({ a: "1/3", b: "1/3", ab: "1/3" }, laws),
  3,
  "ab",
);
const stopping = { eos: "stop", vocabulary: ["a", "b", "ab", "stop"] };
const other = toyWorld(
  chain({ a: "1/2", ab: "3/8", stop: "1/8" }, laws, stopping),
  chain({ a: "1/3", b: "1/3", bb: "1/3" }, { a: { b: "1/2", bb: "1/2" } }, { vocabulary: ["a", "b", "bb"] }),
  3,
  "ab",
);

const BUDGET = 9;

describe.each(algorithms)("$id", (algorithm) => {
  const worlds = [same, other].filter((world) => algorithm.fits?.(world) ?? true);
  test("models that answer later give the tokens that models at once give, for the same seeds", async () => {
    expect(worlds).not.toEqual([]);
    for (const world of worlds) {
      const waiting = counting(world).suspended;
      for (let seed = 0; seed < 12; seed++) {
        const tokens: number[] = [];
        const random = stream(seed, "suspend");
        for await (const added of generateSuspended(waiting, rational, algorithm, random, { budget: BUDGET })) {
          tokens.push(...added.tokens);
        }
        expect(tokens).toEqual(sample(rational, generate(world, algorithm, BUDGET), stream(seed, "suspend")));
      }
    }
  });
  test("one target pass a round", async () => {
    for (const world of worlds) {
      const { counts, suspended } = counting(world);
      let rounds = 0;
      const random = stream(5, "passes");
      for await (const added of generateSuspended(suspended, rational, algorithm, random, { budget: BUDGET })) {
        expect(added.tokens.length).toBeGreaterThan(0);
        rounds++;
      }
      expect(counts.target).toBe(rounds);
    }
  });
});

describe("the end", () => {
  const { suspended } = counting(same);
  const run = async (end: Parameters<typeof generateSuspended>[4]): Promise<number[]> => {
    const tokens: number[] = [];
    const [algorithm] = algorithms as [(typeof algorithms)[number]];
    for await (const added of generateSuspended(suspended, rational, algorithm, stream(2, "end"), end)) {
      tokens.push(...added.tokens);
    }
    return tokens;
  };
  test("further stop tokens end the text and belong to it", async () => {
    const whole = await run({ budget: 30 });
    const stop = whole[3] as number;
    expect(await run({ budget: 30, stops: new Set([stop]) })).toEqual(whole.slice(0, whole.indexOf(stop) + 1));
  });
  test("an abort is thrown out of the wait", async () => {
    const abort = new AbortController();
    abort.abort(new Error("enough"));
    await expect(run({ budget: 30, signal: abort.signal })).rejects.toThrow("enough");
  });
});

describe("an interrupted question", () => {
  /** Draws from a thinned law whose chances are missing at first. */
  const program = (missing: { left: number }): Program<Rational, string> => {
    const chance = (x: string): Rational => {
      if (missing.left > 0) {
        throw new Pending(async () => {
          missing.left--;
        });
      }
      return ratio(x === "a" ? "1/4" : "3/4");
    };
    return (ask) =>
      `${ask.sample("one", () => thinned(rational, law({ a: "1/2", b: "1/2" }), chance))}${ask.flip("two", () => ratio("1/3"))}`;
  };
  test("is asked again with the same random numbers", async () => {
    for (let seed = 0; seed < 50; seed++) {
      const late = await suspend(rational, program({ left: 2 }), stream(seed, "thin"));
      expect(late).toBe(sample(rational, program({ left: 0 }), stream(seed, "thin")));
    }
  });
  test("hidden state is an error, not a wrong law", async () => {
    let runs = 0;
    const hidden: Program<Rational, boolean> = (ask) => {
      const first = ask.flip(`run ${runs++}`, () => ratio("1/2"));
      if (runs < 3) throw new Pending(async () => {});
      return first;
    };
    await expect(suspend(rational, hidden, stream(1, "hidden"))).rejects.toThrow("something hidden");
  });
});
