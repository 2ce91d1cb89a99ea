import { expect, test } from "vitest";
import { mutants } from "../../src/cli/mutants.ts";
import { helpOf } from "../../src/cli/table/help.ts";
import { mutantsTable } from "../../src/cli/tables/mutants.ts";
import type { Io } from "../../src/system/io.ts";

const run = async (...args: string[]): Promise<{ status: number; out: string; steps: string[] }> => {
  let out = "";
  const steps: string[] = [];
  const io: Io = { out: (text) => (out += text), err: () => {}, progress: (line) => steps.push(line), now: () => 0 };
  return { status: await mutants(args, io), out, steps };
};

test("a law mutant, a contract mutant and a control, as JSON", async () => {
  const ids = ["fresh-target-draw", "budget-overrun", "exponential-race"];
  const { status, out, steps } = await run("--json", "--seed", "5", ...ids);
  expect(status).toBe(0);
  expect(steps.at(-1)).toBe("");
  const rows = JSON.parse(out);
  const byId = new Map(rows.map((row: { mutant: string }) => [row.mutant, row]));
  expect([...byId.keys()].sort()).toEqual(ids.sort());
  expect(byId.get("fresh-target-draw")).toMatchObject({
    kind: "law",
    source: expect.stringContaining("https://"),
    tiers: { enumeration: "killed", statistics: "killed", contract: "not applicable" },
    samples: expect.any(Number),
    gap: expect.stringMatching(/^\d+\/\d+$/),
  });
  expect(byId.get("budget-overrun")).toMatchObject({ kind: "contract", tiers: { contract: "killed" } });
  expect(byId.get("exponential-race")).toMatchObject({
    kind: "control",
    tiers: { enumeration: "silent", statistics: "silent", contract: "silent" },
    gap: null,
  });
});

test("the table says what survived and what alarmed", async () => {
  const { status, out } = await run("fresh-target-draw");
  expect(status).toBe(0);
  expect(out).toContain("fresh-target-draw");
  expect(out).toMatch(/1 mutant \(1 law, 0 contract, 0 control\): no survivor; no false alarm; seed \d+, 0\.0 s\n$/);
});

test("help, and what is not understood", async () => {
  expect((await run("--help")).out).toBe(helpOf(mutantsTable));
  await expect(run("no-such-mutant")).rejects.toThrow('found the mutant "no-such-mutant"');
  await expect(run("--seed", "x")).rejects.toThrow('found --seed "x"');
  await expect(run("--nonsense")).rejects.toThrow();
});
