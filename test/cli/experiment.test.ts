import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { experiment } from "../../src/cli/experiment.ts";
import { helpOf } from "../../src/cli/table/help.ts";
import { experimentTable } from "../../src/cli/tables/experiment.ts";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { experiments } from "../../src/experiments/registry.ts";
import { UsageError } from "../../src/system/usage.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-experiments-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);
const NAME = "speedup-by-formula";
const points = experiments.find(({ name }) => name === NAME)?.points.length as number;

/** Runs the command with a clock of which each reading takes so many milliseconds. */
const run = async (args: string[], tick = 0) => {
  const said = { out: "", steps: [] as string[] };
  let time = 0;
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: () => undefined,
    progress: (line: string) => void said.steps.push(line),
    now: () => tick * time++,
  };
  return { status: await experiment(args, io), ...said };
};

test("help and list", async () => {
  expect(await run(["--help"])).toEqual({ status: 0, out: helpOf(experimentTable), steps: [] });
  expect((await run(["run", "-h"])).out).toBe(helpOf(experimentTable));
  const { status, out } = await run(["list"]);
  expect(status).toBe(0);
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(experiments.length + 1);
  expect(lines[0]).toMatch(/^experiment +points +question$/);
  for (const [at, { name, question }] of experiments.entries()) {
    expect(lines[at + 1]?.startsWith(`${name} `)).toBe(true);
    expect(lines[at + 1]).toContain(String(experiments[at]?.points.length));
    expect(lines[at + 1]?.endsWith(question)).toBe(true);
  }
});

describe("what is not understood:", () => {
  const expected = "expected list, run NAME or merge FILE …";
  test.each([
    [[], `found "experiment ", ${expected}`],
    [["list", "x"], `found "experiment list x", ${expected}`],
    [["run"], `found "experiment run", ${expected}`],
    [["run", NAME, "x"], `found "experiment run ${NAME} x", ${expected}`],
    [["merge"], `found "experiment merge", ${expected}`],
    [["drop", NAME], `found "experiment drop ${NAME}", ${expected}`],
    [
      ["run", "nothing"],
      `found the experiment "nothing", expected one of ${experiments.map(({ name }) => name).join(", ")}`,
    ],
    ...["3/2", "0/2", "2", "a/b", "1/2x", "x1/2", "1/0", "1/1000000000", "1/2/3"].map((shard) => [
      ["run", NAME, "--shard", shard],
      `found --shard "${shard}", expected i/n with i from 1 to n, as 2/8`,
    ]),
    [
      ["run", NAME, "--shard", `1/${points + 1}`],
      `found --shard "1/${points + 1}", expected at most ${points} shards: one a point`,
    ],
    ...["0", "1025", "x", "1x", "x1", "1.5", "-1", ""].map((workers) => [
      ["run", NAME, `--workers=${workers}`],
      `found --workers "${workers}", expected a whole number from 1 to 1024`,
    ]),
    ...["1000000000", "9999999999", "1e3"].map((seed) => [
      ["run", NAME, "--seed", seed],
      `found --seed "${seed}", expected a whole number below 1000000000`,
    ]),
  ] as [string[], string][])("%j", async (args, message) => {
    const out = args[2]?.startsWith("--") ? ["--out", path("none.jsonl")] : [];
    await expect(run([...args, ...out])).rejects.toThrow(new UsageError(message));
  });
  test("a file of rows that is not there", async () => {
    const file = path("absent.jsonl");
    await expect(run(["merge", file])).rejects.toThrow(new BadInput(file, "no such file", "a file of rows"));
  });
});

describe("a run", () => {
  const shard = ["run", NAME, "--shard", `2/${points}`, "--workers", "1"];
  test("says how many rows it has, how many are new, and how long it took", async () => {
    const file = path("one.jsonl");
    const first = await run([...shard, "--out", file], 500);
    expect(first.status).toBe(0);
    expect(first.out).toMatch(new RegExp(`^${NAME}: 1 row in .*one\\.jsonl, 1 of them new, \\d+\\.[05] s\\n$`));
    expect(first.steps.at(-1)).toBe("");
    expect(first.steps.at(-2)).toMatch(new RegExp(`^${NAME}: 1 of 1 row, 0 s left$`));
    const again = await run([...shard, "--out", file]);
    expect(again.out).toContain("1 row in ");
    expect(again.out).toContain(", 0 of them new, 0.0 s\n");
    for (const step of again.steps) expect(step).not.toContain("left");
    const header = JSON.parse(readFileSync(file, "utf8").split("\n")[0] as string);
    expect(header).toMatchObject({ experiment: NAME, seed: 1, shard: `2/${points}` });
  });
  test("takes another seed", async () => {
    const file = path("seed.jsonl");
    await run([...shard, "--seed", "999999999", "--out", file]);
    expect(JSON.parse(readFileSync(file, "utf8").split("\n")[0] as string)).toMatchObject({ seed: 999_999_999 });
  });
  test.each([
    [10, / s left$/],
    [1_500, / min left$/],
    [60_000, / \d+\.\d h left$/],
  ])("tells the time left, at %i ms a reading of the clock", async (tick, said) => {
    const file = path(`left-${tick}.jsonl`);
    const { steps } = await run(["run", NAME, "--shard", "1/4", "--workers", "1", "--out", file], tick);
    expect(steps.filter((step) => step.endsWith("left")).some((step) => said.test(step))).toBe(true);
    expect(steps.at(-2)).toMatch(/^speedup-by-formula: 124 of 124 rows, 0 s left$/);
  });
  test("shards are merged into the whole, under the name that is given", async () => {
    const [a, b, whole, merged] = ["a.jsonl", "b.jsonl", "whole.jsonl", "merged.jsonl"].map(path) as [
      string,
      string,
      string,
      string,
    ];
    await run(["run", NAME, "--shard", "1/2", "--workers", "1", "--out", a]);
    await run(["run", NAME, "--shard", "2/2", "--workers", "1", "--out", b]);
    await run(["run", NAME, "--workers", "1", "--out", whole]);
    const { status, out } = await run(["merge", b, a, "--out", merged]);
    expect([status, out]).toEqual([0, `${points} rows in ${merged}\n`]);
    expect(readFileSync(merged, "utf8")).toBe(readFileSync(whole, "utf8"));
    writeFileSync(a, "");
    await expect(run(["merge", a])).rejects.toThrow(BadInput);
  });
});
