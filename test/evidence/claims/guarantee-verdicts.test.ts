import { describe, expect, it } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { slem } from "../../../src/core/algorithms/slem.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { guaranteeTable } from "../../../src/evidence/tiers/guarantee-table.ts";
import { oracleLimits } from "../../../src/evidence/tiers/oracle/limits.ts";
import { oracleAgrees } from "../../../src/evidence/tiers/oracle/oracle-agrees.ts";
import { consistent } from "../../../src/evidence/tiers/statistics/consistent.ts";
import { symbolicLossless } from "../../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import { builtInWorlds, readWorld } from "../../../src/system/files.ts";
import { loadOracle } from "../../../src/system/load-oracle.ts";
import { tokenStrings } from "../../support/token-strings.ts";

const file = (name: string): string => builtInWorlds().find((file) => file.endsWith(`/${name}.json`)) as string;
const exact = (name: string) => readWorld(rational, file(name));
const plan = { seed: 1, samples: 20_000, alpha: 1e-7, power: 0.999 };
const cells = (
  verdicts: Parameters<typeof guaranteeTable>[0],
  algorithms: Parameters<typeof guaranteeTable>[1] = [slem],
) => guaranteeTable(verdicts, algorithms)[0]?.cells;

describe("the guarantee table is made of this run's verdicts", async () => {
  const oracle = await loadOracle();
  const verdicts = [
    lossless(rational, exact("overlapping"), slem),
    lossless(rational, exact("both-stop"), slem),
    oracleAgrees(oracle, exact("overlapping"), slem),
    await symbolicLossless(tokenStrings("a b", "a b", 1), slem, { seed: 1 }),
    consistent(float64, readWorld(float64, file("overlapping")), slem, plan),
  ];

  it("counts the worlds of each tier", () => {
    expect(cells(verdicts)).toMatchObject({
      oracle: "1 proved",
      symbolic: "1 proved",
      enumeration: "2 proved",
      statistics: expect.stringMatching(/^1 consistent \(α 1e-7, power 0.999, TV 0\.\d{3}\)$/),
    });
  });
  it("loses from a cell what one verdict less says, and from no other cell", () => {
    const whole = cells(verdicts) as NonNullable<ReturnType<typeof cells>>;
    for (const [at, { tier }] of verdicts.entries()) {
      const less = cells(verdicts.toSpliced(at, 1)) as typeof whole;
      expect(less).toEqual({ ...whole, [tier]: tier === "enumeration" ? "1 proved" : "not run" });
    }
  });
  it("shows a refuted or unknown verdict beside the others", () => {
    const [first, ...others] = verdicts as [(typeof verdicts)[0], ...typeof verdicts];
    expect(cells([{ ...first, verdict: "refuted" }, ...others])?.enumeration).toBe("1 proved, 1 refuted");
    expect(cells([{ ...first, verdict: "unknown" }, ...others])?.enumeration).toBe("1 proved, 1 unknown");
  });
  it("counts a world once, and never for another algorithm", () => {
    expect(cells([...verdicts, ...verdicts])?.enumeration).toBe("2 proved");
    expect(cells(verdicts, [sd])).toMatchObject({ oracle: "not run", enumeration: "not run", statistics: "not run" });
  });
  it("does not count a world beyond a tier's limits as proved", () => {
    const beyond = oracleAgrees(oracle, exact("overlapping"), slem, { ...oracleLimits, tokens: 0 });
    expect(cells([beyond])?.oracle).toBe("1 unknown");
  });
});
