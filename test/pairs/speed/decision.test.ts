import { describe, expect, test } from "vitest";
import { bestChoices, breakEven, choices, whatIf } from "../../../src/pairs/speed/decision.ts";
import { benchRowOf as row } from "./rows.ts";

describe("the ways to decode", () => {
  test("are groups of one drafter, algorithm, temperature and lookahead, the fastest first, by geometric means", () => {
    const rows = [
      row({ speedup: 1, acceptance: 0.2 }),
      row({ task: "code", speedup: 4, acceptance: 0.6 }),
      row({ drafter: "e", speedup: 3 }),
      row({ algorithm: "slem", speedup: 1.5 }),
      row({ temperature: 0, speedup: 5 }),
      row({ lookahead: 4, speedup: 1.2 }),
    ];
    const found = choices(rows);
    expect(
      found.map(({ drafter, algorithm, temperature, lookahead }) => [drafter, algorithm, temperature, lookahead]),
    ).toEqual([
      ["d", "tli", 0, 2],
      ["e", "tli", 1, 2],
      ["d", "tli", 1, 2],
      ["d", "slem", 1, 2],
      ["d", "tli", 1, 4],
    ]);
    expect(found[2]?.speedup).toBeCloseTo(2, 12);
    expect(found[2]?.acceptance).toBeCloseTo(0.4, 12);
    expect(found[2]?.rows).toEqual(rows.slice(0, 2));
  });
  test("leave out what uses no drafter, what is not lossless, and what has no speed-up", () => {
    const out = [
      row({ algorithm: "autoregressive" }),
      row({ lossless: false }),
      row({ speedup: 0 }),
      row({ speedup: Number.NaN }),
      row({ speedup: -1 }),
    ];
    expect(choices(out)).toEqual([]);
    expect(choices([...out, row({ speedup: 0.01 })])).toHaveLength(1);
    expect(bestChoices(out)).toEqual([]);
  });
  test("the best of each temperature, the coldest first", () => {
    const best = bestChoices([
      row({ temperature: 1, speedup: 2 }),
      row({ temperature: 1, speedup: 3, lookahead: 4 }),
      row({ temperature: 0.5, speedup: 9 }),
      row({ temperature: 10, speedup: 1 }),
      row({ temperature: 2, speedup: 1 }),
    ]);
    expect(best.map(({ temperature, lookahead }) => [temperature, lookahead])).toEqual([
      [0.5, 2],
      [1, 4],
      [2, 2],
      [10, 2],
    ]);
  });
});

describe("what another drafter would leave", () => {
  const one = row({ tokensPerRound: 3, drafterPassesPerRound: 2, costRatio: 0.1, blockCost: 1.3, lookahead: 5 });
  test("its latency counts once a round, in passes of the target", () => {
    expect(whatIf(one, 2, 0)).toBeCloseTo(3 / 1.5, 12);
    expect(whatIf(one, 2, 4)).toBeCloseTo(3 / 3.5, 12);
  });
  test("its price replaces the measured one", () => {
    expect(whatIf(one, 2, 0, 0.5)).toBeCloseTo(3 / 2.3, 12);
    expect(whatIf(one, 2, 0, 0)).toBeCloseTo(3 / 1.3, 12);
  });
  test("a drafter without a model is taken to need the whole lookahead", () => {
    expect(whatIf({ ...one, drafterPassesPerRound: 0 }, 2, 0, 0.1)).toBeCloseTo(3 / 1.8, 12);
  });
});

describe("the acceptance below which nothing is gained", () => {
  const price = (lookahead: number, blockCost: number, drafterPassesPerRound = 0, costRatio = 0): number =>
    breakEven(row({ lookahead, blockCost, drafterPassesPerRound, costRatio }));
  test("one draft must be accepted as often as the block costs more", () => {
    expect(price(1, 1.3)).toBeCloseTo(0.3, 9);
    expect(price(1, 1.1, 2, 0.2)).toBeCloseTo(0.5, 9);
  });
  test("several drafts gain from each other", () => {
    // 1 + a + a² + a³ = 1.875 at a half.
    expect(price(3, 1.875)).toBeCloseTo(0.5, 9);
  });
  test("what costs nothing more pays at once, what costs too much never", () => {
    expect(price(2, 1)).toBeCloseTo(0, 9);
    expect(price(2, 3.5)).toBe(1);
  });
});
