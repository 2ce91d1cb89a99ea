import { describe, expect, test } from "vitest";
import { stream } from "../../../src/core/handlers/random.ts";
import { spread } from "../../../src/pages/figures/spread.ts";

describe("spread", () => {
  test("leaves what is far enough apart", () => {
    expect(spread([10, 50, 90], 16, [0, 100])).toEqual([10, 50, 90]);
  });
  test("moves equal places apart symmetrically", () => {
    expect(spread([50, 50, 50], 10, [0, 100])).toEqual([40, 50, 60]);
  });
  test("keeps the order, the gap and the range for random places", () => {
    const random = stream(3, "spread");
    for (let trial = 0; trial < 2_000; trial++) {
      const wanted = Array.from({ length: 1 + Math.floor(random() * 7) }, () => random() * 300);
      const placed = spread(wanted, 16, [20, 320]);
      const byWanted = placed.map((at, i) => ({ at, wanted: wanted[i] as number })).sort((a, b) => a.wanted - b.wanted);
      byWanted.slice(1).forEach(({ at }, i) => {
        expect(at - (byWanted[i] as { at: number }).at).toBeGreaterThan(16 - 1e-9);
      });
      expect(Math.min(...placed)).toBeGreaterThan(20 - 1e-9);
      expect(Math.max(...placed)).toBeLessThan(320 + 1e-9);
    }
  });
});
