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
