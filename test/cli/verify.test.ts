import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { helpOf } from "../../src/cli/table/help.ts";
import { verifyTable } from "../../src/cli/tables/verify.ts";
import { verify } from "../../src/cli/verify.ts";
import { sd } from "../../src/core/algorithms/sd.ts";
import { MissingRow } from "../../src/core/models/missing-row.ts";
import { rational } from "../../src/core/num/rational.ts";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { isTier } from "../../src/evidence/tiers/tier-name.ts";
import { builtInWorlds, readWorld } from "../../src/system/files.ts";
import { inFile } from "../../src/system/in-file.ts";
import { openTier } from "../../src/system/open-tier.ts";
import { UsageError } from "../../src/system/usage.ts";
import { type Row, timed } from "../../src/system/verdict-table.ts";
import { chain, iid } from "../support/toy-world.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-verify-"));
afterAll(() => rmSync(folder, { recursive: true }));
const half = { a: "1/2", b: "1/2" };
const world = (name: string, parts: object = {}): string => {
  const file = join(folder, `${name}.json`);
  const text = {
    format: "lossless-world/1",
    name,
    prompt: "",
    lookahead: 1,
    target: iid(half),
    drafter: iid({ a: "1/4", b: "3/4" }),
  };
  writeFileSync(file, JSON.stringify({ ...text, ...parts }));
  return file;
};
const coins = world("coins");
const apart = world("apart", { drafter: iid({ a: "1/2", x: "1/2" }) });
/** A context that is met only while rounds are followed lacks its row. */
const lacking = world("lacking", {
  target: iid(half, {
    model: {
      kind: "markov",
      order: 1,
      rows: [
        { context: [], next: half },
        { context: ["a"], next: half },
      ],
    },
  }),
});

const run = async (...args: string[]) => {
  const said = { out: "", err: "", steps: [] as string[] };
  let time = 0;
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    progress: (line: string) => void said.steps.push(line),
    now: () => 250 * time++,
  };
  return { status: await verify(args, io), ...said };
};
const rows = async (...args: string[]): Promise<Row[]> => JSON.parse((await run(...args, "--json")).out);

test("worlds one after another, each with its table, then a summary", async () => {
  const about = world("told", { about: "What it shows." });
  const { status, out, err, steps } = await run(coins, about, "--algorithm", "sd");
  expect([status, err]).toEqual([0, ""]);
  const parts = out.split("\n\n");
  expect(parts).toHaveLength(3);
  expect(parts[0]).toMatch(/^coins\n {2}algorithm .*\n {2}sd +proved +every horizon +0 +0\.75 /);
  expect(parts[1]).toMatch(/^told: What it shows\.\n/);
  expect(parts[2]).toBe("2 rows by exact enumeration: 2 proved; 0.5 s\n");
  expect(steps).toEqual(["verifying coins: sd (world 1 of 2)", "", "verifying told: sd (world 2 of 2)", ""]);
});

test("all algorithms that fit, as JSON alone", async () => {
  const all = await rows(coins);
  expect(all.length).toBeGreaterThan(10);
  for (const row of all) expect(row).toMatchObject({ world: "coins", verdict: "proved", seconds: 0.25 });
  const few = await rows(apart);
  expect(few.map(({ algorithm }) => algorithm)).not.toContain("sd");
  expect((await run(coins, "--algorithm", "sd", "--json")).out).toMatch(/^\[\n[\s\S]*\n\]\n$/);
});

test("a lookahead of one's own replaces the world's", async () => {
  const [one] = await rows(coins, "--algorithm", "sd");
  const [three] = await rows(coins, "--algorithm", "sd", "--lookahead", "3");
  expect([one?.expectedTokens, three?.expectedTokens]).toEqual(["7/4", "175/64"]);
  for (const text of ["0", "65", "1.5", "x", "-1", ""])
    await expect(run(coins, `--lookahead=${text}`)).rejects.toThrow(UsageError);
});

test("a refutation is status 1, also beside a world that cannot be judged", async () => {
  expect((await run(coins, "--algorithm", "typical")).status).toBe(1);
  const { status, err } = await run(coins, lacking, "--algorithm", "typical");
  expect([status, err]).toEqual([1, expect.stringContaining("no row for the context")]);
});

test("what a world lacks costs its own rows, is told once and is status 2", async () => {
  const said = `lossless: ${lacking} at $.target.model.rows: found no row for the context "b", expected one, or "otherwise"\n`;
  const both = await run(coins, lacking, "--algorithm", "sd");
  expect([both.status, both.err]).toEqual([2, said]);
  expect(both.out).toContain("1 row by exact enumeration: 1 proved");
  expect(both.out).not.toContain("lacking");
  const all = await run(lacking, coins);
  expect([all.status, all.err]).toEqual([2, said]);
  const alone = await run(lacking, "--algorithm", "sd");
  expect([alone.status, alone.out, alone.err]).toEqual([2, "", said]);
  expect((await run(lacking, "--algorithm", "sd", "--json")).out).toBe("");
});

test("without files the built-in worlds are verified; those that do not fit are counted", async () => {
  const { status, out } = await run("--algorithm", "sd");
  expect(status).toBe(0);
  const proved = Number(/\n(\d+) rows by exact enumeration: \1 proved;/.exec(out)?.[1]);
  const misfits = Number(/; (\d+) worlds do not fit sd\n$/.exec(out)?.[1]);
  expect(proved).toBeGreaterThan(1);
  expect(proved + misfits).toBe(builtInWorlds().length);
  expect((await run(coins, "--algorithm", "sd")).out).not.toContain("do not fit");
  // A world that was named is refused.
  await expect(run(apart, "--algorithm", "sd")).rejects.toThrow(UsageError);
});

test("help and findings", async () => {
  expect(await run("--help")).toEqual({ status: 0, out: helpOf(verifyTable), err: "", steps: [] });
  expect((await run("--findings")).out).toMatch(/: not so\n {2}claim /);
  expect(JSON.parse((await run("--findings", "--json")).out)[0]).toHaveProperty("counterexample");
});

describe("refused before any work:", () => {
  const seeds = "expected a whole number below 1000000000";
  test.each([
    [["--tier", "magic"], 'found the tier "magic", expected one of enumeration, symbolic, oracle, statistics'],
    [["--tier", "toString"], 'found the tier "toString"'],
    ...["x", "", "1234567890", "1.5", "1x", "x1"].map((seed) => [
      [`--seed=${seed}`],
      `found --seed "${seed}", ${seeds}`,
    ]),
    [["--workers", "1025"], 'found --workers "1025"'],
    [["--random", "5"], "found --random, expected it with a module of your own"],
    ...["0", "10001", "x", "-1", "1.5"].map((count) => [
      ["--algorithm", "mine.ts", `--random=${count}`],
      `found --random "${count}", expected a whole number from 1 to 10000`,
    ]),
    [["--algorithm", "mine.ts", "--tier", "oracle"], "found --tier oracle with a module"],
  ] as [string[], string][])("%j", async (args, message) => {
    await expect(run(coins, ...args)).rejects.toThrow(message);
  });
  test("options of models anywhere ask for models", async () => {
    for (const args of [
      ["--contexts", "0"],
      [coins, "--contexts=0"],
      ["--json", "--contexts", "0"],
    ])
      await expect(run(...args)).rejects.toThrow(/--contexts|Unexpected argument/);
  });
});

test("a missing row is the file's fault, and all else is thrown as it is", async () => {
  expect(await inFile("w.json", async () => 7)).toBe(7);
  const missing = inFile("w.json", async () => {
    throw new MissingRow("drafter", "ab");
  });
  await expect(missing).rejects.toThrow(
    new BadInput("w.json at $.drafter.model.rows", 'no row for the context "ab"', 'one, or "otherwise"'),
  );
  const other = new RangeError("other");
  await expect(
    inFile("w.json", async () => {
      throw other;
    }),
  ).rejects.toBe(other);
});

test("a row has its seconds, to a thousandth", async () => {
  let time = 1000;
  const now = () => (time += 1234.5678);
  expect(await timed(() => ({ world: "w" }) as Row, { now })).toEqual({ world: "w", seconds: 1.235 });
});

describe("tiers", () => {
  const names = ["enumeration", "symbolic", "oracle", "statistics"] as const;
  const judged = async (tier: (typeof names)[number], workers = 1) => {
    const { judge, close } = await openTier(tier, 3, workers);
    try {
      return await judge(sd as never, { ...readWorld(rational, coins), file: coins });
    } finally {
      await close();
    }
  };
  test("are four by their names", () => {
    expect(names.every(isTier)).toBe(true);
    expect(["", "toString", "Enumeration"].some(isTier)).toBe(false);
  });
  test("exact ones prove", async () => {
    for (const tier of ["enumeration", "oracle"] as const) {
      expect(await judged(tier)).toMatchObject({ verdict: "proved", tier, world: "coins", algorithm: "sd" });
    }
  });
  test("symbolic proves for all laws over the tokens of a world, by its seed", async () => {
    expect(await judged("symbolic")).toMatchObject({ verdict: "proved", tier: "symbolic" });
  });
  test("statistics states its rates, and the same row for any number of threads", async () => {
    const row = await judged("statistics");
    expect(row).toMatchObject({
      verdict: "consistent",
      tier: "statistics",
      samples: 400_000,
      alpha: 1e-8,
      power: 0.999,
    });
    expect(await judged("statistics", 2)).toEqual(row);
  });
});

test("worlds with memory are verified in every context", async () => {
  const memory = world("memory", { target: chain(half, { a: { a: "1/3", b: "2/3" } }), drafter: chain(half, {}) });
  expect(await rows(memory, "--algorithm", "sd")).toMatchObject([{ verdict: "proved", gap: "0" }]);
});
