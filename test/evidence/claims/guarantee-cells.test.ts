import { describe, expect, test } from "vitest";
import { guaranteeTable, TIERS } from "../../../src/evidence/tiers/guarantee-table.ts";
import type { Verdict } from "../../../src/evidence/tiers/verdict.ts";

const verdict = (parts: Partial<Verdict>): Verdict => ({
  world: "w",
  algorithm: "slrs-multi",
  verdict: "proved",
  tier: "enumeration",
  scope: "every horizon",
  gap: null,
  acceptance: null,
  expectedTokens: null,
  contexts: null,
  ...parts,
});
const slrsMulti = { id: "slrs-multi", theorems: ["slrs_multi_lossless", "slrs_multi_normalizes", "block_optimal"] };
const cellsOf = (...verdicts: Partial<Verdict>[]) => guaranteeTable(verdicts.map(verdict), [slrsMulti])[0]?.cells;

test("a row for each algorithm, a cell for each tier, strongest first", () => {
  const rows = guaranteeTable([], [slrsMulti, { id: "mine", theorems: [] }]);
  expect(rows.map(({ algorithm }) => algorithm)).toEqual(["slrs-multi", "mine"]);
  expect(TIERS).toEqual(["theorem", "oracle", "symbolic", "enumeration", "statistics"]);
  for (const { cells } of rows) expect(Object.keys(cells)).toEqual(TIERS);
});

test("theorems by the law they are about, under their whole name where it is another's", () => {
  expect(cellsOf()?.theorem).toBe("lossless normalizes block_optimal");
  expect(guaranteeTable([], [{ id: "mine", theorems: [] }])[0]?.cells.theorem).toBe("no theorem");
});

describe("a tier's cell", () => {
  test("says that it was not run", () => {
    expect(cellsOf({ tier: "oracle" })).toMatchObject({
      symbolic: "not run",
      enumeration: "not run",
      oracle: "1 proved",
    });
    expect(cellsOf({ algorithm: "slrs" })?.enumeration).toBe("not run");
  });
  test("counts worlds, each once, by what was found, proofs first", () => {
    const cells = cellsOf(
      { verdict: "unknown", world: "u" },
      { verdict: "refuted", world: "v" },
      { world: "w" },
      { world: "w" },
      { world: "x" },
    );
    expect(cells?.enumeration).toBe("2 proved, 1 refuted, 1 unknown");
  });
  test("has the total chance of a false alarm, the power and the coarsest bias of statistics", () => {
    const statistics = { tier: "statistics", verdict: "consistent", power: 0.999 } as const;
    const cells = cellsOf(
      { ...statistics, world: "v", alpha: 2e-8, detectable: 0.01 },
      { ...statistics, world: "w", alpha: 3e-8, detectable: 0.02 },
    );
    expect(cells?.statistics).toBe("2 consistent (α 5e-8, power 0.999, TV 0.020)");
  });
});
