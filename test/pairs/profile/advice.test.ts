import { describe, expect, test } from "vitest";
import { advise } from "../../../src/pairs/profile/advice.ts";
import type { Overlap } from "../../../src/pairs/profile/overlap.ts";
import type { PsiCost } from "../../../src/pairs/profile/psi-cost.ts";
import { spread } from "../../../src/pairs/profile/spread.ts";

const shared = (ofTarget: number): Overlap => ({ bytes: 1, ofTarget, ofDrafter: 0.25, written: 1, spaceMapped: 1 });
const costs = (...passes: bigint[]): PsiCost => ({ segmentations: undefined, passes: spread(passes), unspellable: 0 });
const trip = { tested: 8, of: 8, sameToken: 7, sameText: 8 };
const advice = (same: boolean, ofTarget: number, psi = costs(1n)) => advise(same, shared(ofTarget), psi, trip);
const order = (...args: Parameters<typeof advice>): string[] =>
  advice(...args).map(({ algorithm, suits }) => `${algorithm} ${suits}`);
const why = (of: string, ...args: Parameters<typeof advice>): string =>
  advice(...args).find(({ algorithm }) => algorithm === of)?.why ?? "";

describe("which algorithms suit", () => {
  test("one vocabulary: sd", () => {
    expect(order(true, 1)).toEqual(["sd best", "tli possible", "slem possible", "slrs possible", "union possible"]);
    expect(order(true, 0.1)[0]).toBe("sd best");
    expect(why("sd", true, 1)).toBe("the same strings and the same stop role: no translation is needed");
  });
  test("two vocabularies that share half of the target's tokens: tli", () => {
    const expected = ["tli best", "slem possible", "slrs possible", "union possible", "sd no"];
    expect(order(false, 0.5)).toEqual(expected);
    expect(order(false, 0.9)).toEqual(expected);
    expect(why("sd", false, 0.9)).toBe("it needs the same vocabulary on both sides");
  });
  test("two vocabularies that share less: slem", () => {
    expect(order(false, 0.499)).toEqual(["slem best", "tli possible", "slrs possible", "union possible", "sd no"]);
  });
  test("slrs where nine of ten tokens cost eight drafter passes at most", () => {
    expect(order(false, 0.9, costs(8n))).toContain("slrs possible");
    expect(order(false, 0.9, costs(9n)).slice(-2)).toEqual(["sd no", "slrs no"]);
    expect(order(false, 0.9, costs(...Array<bigint>(9).fill(8n), 99n))).toContain("slrs possible");
    expect(order(true, 0.9, costs()).at(-1)).toBe("slrs no");
  });
});

describe("the reasons", () => {
  test("have the shares of what both have", () => {
    const share = "T ∩ D is 90.0 % of T and 25.0 % of D";
    expect(why("tli", false, 0.9)).toBe(
      `${share}; target tokens outside it are never proposed, and only ever come from the residual`,
    );
    expect(why("union", false, 0.9)).toMatch(
      /^T ∩ D is 90\.0 % of T and 25\.0 % of D; drafts outside it are always rejected/,
    );
  });
  test("have the share that survives the way through text", () => {
    expect(why("slem", false, 0.9)).toContain("and 87.5 % of T's tokens survive the way through text");
  });
  test("have the price of ψ", () => {
    expect(why("slrs", false, 0.9, costs(1n, 2n, 3n, 4n, 5n))).toBe(
      "one ψ costs 3 drafter passes at the median, 5 for one token in ten, 5 at most, and a rejection asks ψ of every token the target may emit",
    );
    expect(why("slrs", false, 0.9, costs())).toBe("the drafter can spell no target token");
  });
});
