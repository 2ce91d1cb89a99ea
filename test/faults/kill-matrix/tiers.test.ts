import { describe, expect, test } from "vitest";
import { budgetOverrun } from "../../../fixtures/faults/budget-overrun.ts";
import { servedRight } from "../../../fixtures/faults/served-right.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { serve } from "../../../src/core/decode/serve.ts";
import { contract } from "../../../src/faults/kill-matrix/contract.ts";
import { enumeration } from "../../../src/faults/kill-matrix/enumeration.ts";
import { oracleTier } from "../../../src/faults/kill-matrix/oracle.ts";
import { rates, statistics } from "../../../src/faults/kill-matrix/statistics.ts";
import { loadOracle } from "../../../src/system/load-oracle.ts";
import { mutant } from "../../support/mutant.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { bedOf, bedOfSides, decoderMutant, failing, only, right, roundMutant, stuck } from "./small-bed.ts";

const half = ["1/2", "1/2"] as const;
const sure = ["1", "0"] as const;
/** In the first world a stuck round is right. */
const bed = bedOf(sure, half);

describe("the enumeration tier", () => {
  const examine = (...args: [Parameters<typeof enumeration.examine>[0]]) => enumeration.examine(...args, bed, 1);
  test("alarms in the first world whose law differs", () => {
    expect(examine(roundMutant("law", stuck))).toEqual({ alarm: true, world: "coin 2" });
    expect(examine(decoderMutant("law", serve(stuck)))).toEqual({ alarm: true, world: "coin 2" });
    expect(examine(roundMutant("law", only(stuck, "coin 1")))).toEqual({ alarm: false });
  });
  test("is silent on what keeps the law", () => {
    for (const kind of ["law", "control"] as const) expect(examine(roundMutant(kind, right))).toEqual({ alarm: false });
    expect(examine(decoderMutant("control", serve(right)))).toEqual({ alarm: false });
  });
  test("an error is no refutation of the law, and an alarm elsewhere", () => {
    expect(examine(roundMutant("law", failing))).toEqual({ alarm: false });
    for (const kind of ["control", "contract"] as const)
      expect(examine(roundMutant(kind, failing))).toMatchObject({
        alarm: true,
        world: "coin 1",
        what: expect.stringContaining("no round"),
      });
  });
  test("a round that differs where nothing generated shows it is an alarm on a control only", () => {
    const late = mutant((_ask, _world, committed) => [(committed.length === 10 ? 1 : 0) as never]);
    const examined = (kind: "law" | "contract" | "control") =>
      enumeration.examine(roundMutant(kind, late), bedOf(sure), 1);
    expect(examined("control")).toEqual({ alarm: true, world: "coin 1" });
    expect([examined("law"), examined("contract")]).toEqual([{ alarm: false }, { alarm: false }]);
  });
  test("goes on behind an error", () => {
    const late = {
      ...stuck,
      round: (...args: Parameters<typeof stuck.round>) => {
        if (args[0].name === "coin 1") throw new Error("not here");
        return stuck.round(...args);
      },
    } as typeof stuck;
    expect(examine(roundMutant("law", late))).toEqual({ alarm: true, world: "coin 2" });
  });
});

describe("the contract tier", () => {
  const examine = (mutant: Parameters<typeof contract.examine>[0]) => contract.examine(mutant, bed, 1);
  test("has nothing to say of mutants of the law", () => {
    expect(examine(roundMutant("law", failing))).toBeUndefined();
    expect(examine(decoderMutant("law", serve(failing)))).toBeUndefined();
  });
  test("is silent where every promise is kept", () => {
    expect(examine(roundMutant("control", sd))).toEqual({ alarm: false });
    expect(examine(servedRight)).toEqual({ alarm: false });
  });
  test("alarms where a decoder breaks one, and says which", () => {
    expect(contract.examine(budgetOverrun, bedOf(half), 1)).toMatchObject({
      alarm: true,
      world: "coin 1",
      what: expect.stringMatching(/^\S+: .+, expected .+/),
    });
  });
  test("alarms where the formula of the acceptance is not what a round does", () => {
    const wrong = { ...sd, acceptance: (world) => () => world.field.one } as typeof sd;
    expect(contract.examine(roundMutant("contract", wrong), bedOf(half), 1)).toEqual({
      alarm: true,
      world: "coin 1",
      what: "acceptance: 3/4, expected the formula's 1",
    });
  });
  test("alarms where a round does not end well", () => {
    expect(examine(roundMutant("contract", failing))).toEqual({
      alarm: true,
      world: "coin 1",
      what: expect.stringMatching(/^terminates: .*no round.*, expected a round that ends$/),
    });
    expect(examine(roundMutant("contract", only(failing, "coin 2")))).toMatchObject({ world: "coin 2" });
  });
});

describe("the oracle tier", async () => {
  const tier = oracleTier(await loadOracle());
  const examine = (mutant: Parameters<typeof tier.examine>[0], worlds = bed) => tier.examine(mutant, worlds, 1);
  test("compares what a round generates with the proved functions", () => {
    expect(examine(roundMutant("law", stuck))).toEqual({ alarm: true, world: "coin 2" });
    expect(examine(roundMutant("control", sd))).toEqual({ alarm: false });
    expect(examine(roundMutant("law", sd))).toEqual({ alarm: false });
  });
  test("has nothing to say of decoders, of what is not proved, and where it fits no world", () => {
    expect(examine(decoderMutant("law", serve(stuck)))).toBeUndefined();
    expect(examine({ ...roundMutant("law", stuck), wounds: "typical" } as never)).toBeUndefined();
    expect(examine(roundMutant("law", only(stuck)))).toBeUndefined();
  });
  test("an error is no refutation of the law, and an alarm elsewhere", () => {
    expect(examine(roundMutant("law", failing))).toBeUndefined();
    expect(examine(roundMutant("control", failing))).toMatchObject({
      alarm: true,
      world: "coin 1",
      what: expect.stringContaining("no round"),
    });
  });
  test("tries large worlds for mutants of the law only", () => {
    const side = iid(Object.fromEntries([..."abcdefghijklmnopqrstuvwxyzABCDEFGH"].map((name) => [name, "1/34"])));
    const large = { exact: [toyWorld(side, side)], fast: [] };
    expect(examine(roundMutant("law", stuck), large)).toMatchObject({ alarm: true, world: "toy" });
    expect(examine(roundMutant("contract", stuck), large)).toBeUndefined();
  });
});

describe("the statistics tier", () => {
  const examine = (mutant: Parameters<typeof statistics.examine>[0], worlds = bed) =>
    statistics.examine(mutant, worlds, 1);
  test("plans its samples for the world and the experiment that need fewest, and refutes", () => {
    const [much, little] = [
      ["15/16", "1/16"],
      ["31/32", "1/32"],
    ] as const;
    for (const [world, worlds] of [
      ["coin 1", bedOf(much, little)],
      ["coin 2", bedOf(little, much)],
      ["coin 3", bedOf(sure, little, much)],
    ] as const) {
      const found = examine(roundMutant("law", stuck), worlds);
      // 1 - (15/16)^3.
      expect(found).toMatchObject({ alarm: true, world, what: "3 tokens", gap: "721/4096" });
      expect(found?.samples).toBeGreaterThan(60);
      expect(found?.samples).toBeLessThan(250);
    }
  });
  test("stops where a plan is cheap enough", () => {
    // The first world is cheap; a later one would be cheaper still.
    const found = examine(roundMutant("law", stuck), bedOf(half, ["1/64", "63/64"]));
    expect(found?.world).toBe("coin 1");
  });
  test("draws in every world where nothing differs, and is silent", () => {
    expect(examine(roundMutant("law", right))).toEqual({ alarm: false, samples: 3000 });
    expect(examine(roundMutant("control", right))).toEqual({ alarm: false, samples: 3000 });
    expect(examine(decoderMutant("control", serve(right)), bedOf(half))).toEqual({ alarm: false, samples: 1500 });
  });
  test("alarms on what is not planned for where its samples are wrong, or it fails", () => {
    expect(examine(roundMutant("control", stuck))).toEqual({
      alarm: true,
      world: "coin 2",
      what: "2 tokens",
      samples: 3000,
    });
    expect(examine(roundMutant("contract", failing))).toMatchObject({
      alarm: true,
      world: "coin 1",
      samples: 1500,
      what: expect.stringContaining("no round"),
    });
  });
  test("a mutant of the law may fail in worlds that it was not made for", () => {
    const late = {
      ...stuck,
      round: (...args: Parameters<typeof stuck.round>) => {
        if (args[0].name === "coin 1") throw new Error("not here");
        return stuck.round(...args);
      },
    } as typeof stuck;
    expect(examine(roundMutant("law", late), bedOf(["1/8", "7/8"], half))).toMatchObject({
      alarm: true,
      world: "coin 2",
    });
  });
  test("draws one token where two have more than 128 texts, and nothing where one has", () => {
    const side = (count: number): object =>
      iid(
        Object.fromEntries(Array.from({ length: count }, (_, at) => [String.fromCodePoint(0x4e00 + at), `1/${count}`])),
      );
    const found = (count: number, algorithm = stuck) => {
      const one = side(count);
      return examine(roundMutant("control", algorithm), bedOfSides([one, one]));
    };
    expect(found(11)).toMatchObject({ alarm: true, what: "2 tokens" });
    expect(found(12)).toMatchObject({ alarm: true, what: "1 token" });
    expect(found(128, right)).toEqual({ alarm: false, samples: 1500 });
    expect(found(129)).toEqual({ alarm: false, samples: 0 });
  });
  test("its rates are one false alarm in a million, and 999 of 1000 faults seen", () => {
    expect(rates).toEqual({ alpha: 1e-6, power: 0.999 });
  });
});
