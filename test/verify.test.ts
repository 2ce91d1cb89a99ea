import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { algorithmOf, defaultLimits, rational, readWorld, stateless, verify, world } from "../src/index.ts";
import { builtInWorlds } from "../src/system/files.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-verify-"));
afterAll(() => rmSync(folder, { recursive: true }));
const coins = world({ name: "coins", target: "a 1/3, b 2/3", drafter: "a 1/2, ab 1/2" });
const drafts = stateless("drafts", (at, committed) => (ask) => {
  const token = at.shared.toTarget(ask.sample("draft", () => at.drafter.next(at.drafterContext(committed))));
  return { emitted: [token ?? ask.sample("target", () => at.target.next(committed))] };
});

describe("verify", () => {
  test("takes a world or its file", async () => {
    const file = builtInWorlds()[0] as string;
    const verdict = await verify(algorithmOf("tli"), file);
    expect(verdict).toMatchObject({ verdict: "proved", gap: "0", world: readWorld(rational, file).name });
    expect(await verify(algorithmOf("tli"), readWorld(rational, file))).toEqual(verdict);
    writeFileSync(join(folder, "none.json"), "{}");
    await expect(verify(algorithmOf("tli"), join(folder, "none.json"))).rejects.toThrow("none.json");
  });
  test.each(["enumeration", "symbolic", "oracle"] as const)("proves by %s", async (tier) => {
    expect(await verify(algorithmOf("tli"), coins, { tier })).toMatchObject({
      tier,
      verdict: "proved",
      world: "coins",
    });
  });
  test("samples the same for the same seed", async () => {
    const row = await verify(algorithmOf("tli"), coins, { tier: "statistics", seed: 4 });
    expect(row).toMatchObject({ verdict: "consistent", tier: "statistics", samples: 400_000, alpha: 1e-8 });
    expect(row.detectable).toBeLessThan(0.02);
    expect(await verify(drafts, coins, { tier: "statistics", seed: 4 })).toMatchObject({ verdict: "refuted" });
  });
  test("refutes what keeps every draft, with a witness", async () => {
    const row = await verify(drafts, coins);
    expect(row).toMatchObject({ verdict: "refuted", algorithm: "drafts", witness: { tokens: "a" } });
  });
  test("looks at code that is not the laboratory's as at code that is not trusted, whatever its id", async () => {
    const forged = { ...algorithmOf("tli"), round: drafts.round, key: () => "" };
    expect((await verify(forged, coins)).verdict).toBe("refuted");
    const writes = stateless("writes", (_, committed) => () => {
      (committed as unknown as number[])[0] = 1;
      return { emitted: [] };
    });
    await expect(verify(writes, world({ target: "a 1/2, b 1/2", drafter: "a 1", prompt: "a" }))).rejects.toThrow(
      "writes to the committed tokens",
    );
  });
  describe("believes nobody, by every tier that looks at code:", () => {
    const small = world({ target: "a 1/2, b 1/2", drafter: "a 1/4, b 3/4" });
    test.each(["enumeration", "symbolic", "statistics"] as const)("hidden order by %s", async (tier) => {
      let runs = 0;
      const hidden = stateless("hidden", (at, committed) => (ask) => ({
        emitted: [ask.sample(`question ${runs++}`, () => at.target.next(committed))],
      }));
      await expect(verify(hidden, small, { tier })).rejects.toThrow("a replay asked");
    });
    test.each(["enumeration", "symbolic", "statistics"] as const)("a round that is none by %s", async (tier) => {
      const silent = stateless("silent", () => () => ({ emitted: [] }));
      expect(await verify(silent, small, { tier })).toMatchObject({ verdict: "refuted", kind: "contract" });
    });
    test.each(["enumeration", "symbolic", "statistics"] as const)("a law that it changes by %s", async (tier) => {
      const writes = stateless("writes", (at, committed) => (ask) => {
        const p = at.target.score(committed, [])(0);
        (p.support as unknown[]).reverse();
        return { emitted: [ask.sample("target", () => p)] };
      });
      await expect(verify(writes, small, { tier })).rejects.toThrow();
    });
    test("what has a state is sampled run by run, without a record", async () => {
      let runs = 0;
      // It is the drafter's law in one generation of three, and only where nobody replays it.
      const counting = stateless("counting", (at, committed) => {
        const isThird = runs++ % 3 === 2;
        return (ask) => ({
          emitted: [
            isThird
              ? (at.shared.toTarget(ask.sample("target", () => at.drafter.next(at.drafterContext(committed)))) ??
                (0 as never))
              : ask.sample("target", () => at.target.next(committed)),
          ],
        });
      });
      const found = await verify(counting, small, { tier: "statistics" }).catch(() => ({ verdict: "refused" }));
      expect(found.verdict).toMatch(/refuted|refused/);
    });
  });
  test("keeps its limits", async () => {
    const limits = { ...defaultLimits, paths: 1 };
    expect((await verify(algorithmOf("tli"), coins, { limits })).verdict).toBe("unknown");
  });
  test("ends where the signal says so, and refuses a tier that is none", async () => {
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    await expect(verify(algorithmOf("tli"), coins, { signal: controller.signal })).rejects.toThrow("enough");
    const late = new AbortController();
    const done = verify(algorithmOf("tli"), coins, { signal: late.signal });
    late.abort(new Error("too late"));
    await expect(done).rejects.toThrow("too late");
    await expect(verify(algorithmOf("tli"), coins, { tier: "guess" as never })).rejects.toThrow(
      'found the tier "guess", expected one of enumeration, symbolic, oracle, statistics',
    );
  });
});
