import { describe, expect, it } from "vitest";
import { guaranteeTable } from "../../../src/evidence/tiers/guarantee-table.ts";
import type { Finding, Verdict } from "../../../src/evidence/tiers/verdict.ts";

const verdict = (world: string, finding: Finding, tier: Verdict["tier"], rates: Partial<Verdict> = {}): Verdict => ({
  ...{ world, algorithm: "sd", verdict: finding, tier, scope: "every horizon" },
  ...{ gap: null, acceptance: null, expectedTokens: null, contexts: null },
  ...rates,
});
const cells = (verdicts: readonly Verdict[], theorems: readonly string[] = [], id = "sd") =>
  guaranteeTable(verdicts, [{ id, theorems }])[0]?.cells;

describe("a cell", () => {
  it("says of theorems what they are about, and names those of others whole", () => {
    expect(cells([], ["sd_lossless", "sd_acceptance", "overlap_sd_"])?.theorem).toBe("lossless acceptance overlap_sd_");
    expect(cells([], ["tli_block_lossless"], "tli-block")?.theorem).toBe("lossless");
    expect(cells([])?.theorem).toBe("no theorem");
  });

  it("counts worlds by what was found in them, good news first", () => {
    const found: Finding[] = ["unknown", "refuted", "proved", "consistent", "proved"];
    const verdicts = found.map((finding, at) => verdict(`world ${at}`, finding, "enumeration"));
    expect(cells(verdicts)).toEqual({
      theorem: "no theorem",
      oracle: "not run",
      symbolic: "not run",
      enumeration: "2 proved, 1 consistent, 1 refuted, 1 unknown",
      statistics: "not run",
    });
  });

  it("is made of its own algorithm's verdicts", () => {
    expect(cells([verdict("one", "proved", "oracle")], [], "slem")?.oracle).toBe("not run");
  });

  it("adds up false-alarm rates, and says the coarsest total variation that would have been seen", () => {
    const rates = { alpha: 1e-7, power: 0.999 };
    const verdicts = [
      verdict("one", "consistent", "statistics", { ...rates, detectable: 0.01 }),
      verdict("two", "consistent", "statistics", { ...rates, detectable: 0.02 }),
    ];
    expect(cells(verdicts)?.statistics).toBe("2 consistent (α 2e-7, power 0.999, TV 0.020)");
  });
});
