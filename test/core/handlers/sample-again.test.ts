import { describe, expect, it } from "vitest";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { begin, oneRound } from "../../../src/core/decode/position.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { sampler } from "../../../src/core/handlers/sample.ts";
import { sampleAgain } from "../../../src/core/handlers/sample-again.ts";
import { thinned } from "../../../src/core/law/thinned.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Ask } from "../../../src/core/program/program.ts";
import { builtInWorlds, readWorld } from "../../../src/system/files.ts";
import { law, ratio } from "../../support/toy-world.ts";

const RUNS = 3000;
const text = (value: unknown): string => JSON.stringify(value);
const same = <A>(a: A, b: A): boolean => text(a) === text(b);

describe("sampling again and again gives what running the program gives, number for number", () => {
  const worlds = builtInWorlds()
    .filter((file) => /(both-stop|overlapping|crossing-words-2|shared-without-mass)\.json$/.test(file))
    .map((file) => readWorld(float64, file));
  for (const algorithm of algorithms) {
    for (const world of worlds.filter((world) => algorithm.fits?.(world) ?? true)) {
      // With room for everything, for a part, and for nothing.
      it.each([100_000, 30, 0])(`${algorithm.id} in ${world.name}, room for %d`, (left) => {
        const program = oneRound(world, algorithm, begin(world, algorithm));
        const again = sampleAgain(float64, program, same, { left });
        const [one, other] = [stream(1, "again"), stream(1, "again")];
        const ask = sampler(float64, other);
        for (let i = 0; i < RUNS; i++) expect(text(again(one))).toBe(text(program(ask)));
        expect(one()).toBe(other());
      });
    }
  }
});

describe("sampling again and again", () => {
  const coin = law({ heads: "1/3", tails: "2/3" });
  const run = <A>(program: (ask: Ask<ReturnType<typeof ratio>>) => A, runs = RUNS): A[] => {
    const random = stream(1, "coins");
    const again = sampleAgain(rational, program, same, { left: 1000 });
    return Array.from({ length: runs }, () => again(random));
  };

  it("runs the program for each new path, and each thousandth time", () => {
    let runs = 0;
    const program = (ask: Ask<ReturnType<typeof ratio>>) => {
      runs++;
      return [ask.sample("a", () => coin), ask.flip("b", () => ratio("1/2"))];
    };
    expect(new Set(run(program).map(text)).size).toBe(4);
    expect(runs).toBe(4 + RUNS / 1000);
  });

  it("redraws what is thinned, computing each chance once", () => {
    const asked: string[] = [];
    const thin = thinned(rational, coin, (x) => {
      asked.push(x);
      return x === "heads" ? ratio("1") : ratio("1/4");
    });
    const drawn = run((ask) => ask.sample("thin", () => thin), 900);
    // norm(1/3, 2/3 · 1/4) is (2/3, 1/3): within five standard deviations.
    expect(Math.abs(drawn.filter((x) => x === "heads").length / 900 - 2 / 3)).toBeLessThan(5 * Math.sqrt(2 / 9 / 900));
    expect(asked.length).toBe(2);
  });

  it("refuses a program that asks something else on a later run, or ends otherwise", () => {
    let runs = 0;
    runs = 0;
    const drifts = (ask: Ask<ReturnType<typeof ratio>>) => ask.flip("x", () => ratio(runs++ < 2 ? "1/2" : "1/3"));
    expect(() => run(drifts)).toThrow('"x" was not what a run with the same answers asked');
    let count = 0;
    expect(() => run((ask) => [ask.flip("x", () => ratio("1/2")), count++])).toThrow("ended differently");
  });
});
