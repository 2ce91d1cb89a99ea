import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "../../../src/cli/commands.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { packageVersion } from "../../../src/experiments/run/header.ts";
import type { Io } from "../../../src/system/io.ts";

const NAME = "speedup-by-formula";
const cli = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lossless-experiment-"));
const path = (name: string): string => join(folder, name);

const run = async (...args: string[]): Promise<{ status: number; out: string; err: string; steps: string[] }> => {
  let out = "";
  let err = "";
  const steps: string[] = [];
  const io: Io = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: (line) => steps.push(line),
    now: () => 0,
  };
  return { status: await main(["experiment", ...args], io), out, err, steps };
};

/** Runs the command as a process of its own; `kill` tells after how many bytes of the file it is killed without warning. */
const child = (args: readonly string[], file: string, killAt?: number): Promise<number | null> =>
  new Promise((resolve) => {
    const process_ = spawn(process.execPath, ["--import", "tsx", cli, "experiment", ...args], { stdio: "ignore" });
    const look = setInterval(() => {
      if (killAt !== undefined && bytesOf(file) >= killAt) process_.kill("SIGKILL");
    }, 1);
    process_.on("exit", (code) => {
      clearInterval(look);
      resolve(code);
    });
  });

const bytesOf = (file: string): number => {
  try {
    return readFileSync(file).length;
  } catch {
    return 0;
  }
};

const SHARD = ["run", "tokens-a-round", "--shard", "1/20"];
/** What the machine does beside may slow a child process down; the clock only ends what hangs. */
const HANGS = 600_000;
const whole = path("whole.jsonl");

describe("a run", async () => {
  const first = await run(...SHARD, "--workers", "1", "--out", whole);
  const bytes = readFileSync(whole, "utf8");

  test("writes one row a point of its shard, in order, and says so", () => {
    const [header, ...rows] = bytes
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(header).toMatchObject({
      format: "lossless-experiment/1",
      version: packageVersion(),
      experiment: "tokens-a-round",
      seed: 1,
      points: 240,
    });
    expect(rows.map(({ at }) => at)).toEqual(Array.from({ length: 12 }, (_, i) => 20 * i));
    expect(rows[0]).toMatchObject({ family: "random", lookahead: 1, world: 1, how: "exact" });
    expect(first).toMatchObject({
      status: 0,
      err: "",
      out: `tokens-a-round: 12 rows in ${whole}, 12 of them new, 0.0 s\n`,
    });
    expect(first.steps.slice(-3)).toEqual([
      "tokens-a-round: 11 of 12 rows, 0 s left",
      "tokens-a-round: 12 of 12 rows, 0 s left",
      "",
    ]);
  });

  test("has the same bytes with two workers", async () => {
    await run(...SHARD, "--workers", "2", "--out", path("two.jsonl"));
    expect(readFileSync(path("two.jsonl"), "utf8")).toBe(bytes);
  });

  test("has other bytes with another seed", async () => {
    await run("run", "tokens-a-round", "--shard", "1/120", "--seed", "2", "--out", path("seed.jsonl"));
    const other = readFileSync(path("seed.jsonl"), "utf8").split("\n").slice(1, -1);
    expect(other).toHaveLength(2);
    expect(other.every((line) => bytes.includes(line))).toBe(false);
  });

  test("leaves no lock and no draft", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("whole"))).toEqual(["whole.jsonl"]);
  });

  test("computes nothing again when all is there", async () => {
    const again = await run(...SHARD, "--out", whole);
    expect(again.out).toContain("12 rows");
    expect(again.out).toContain(", 0 of them new");
    expect(readFileSync(whole, "utf8")).toBe(bytes);
  });

  test(
    "goes on behind a line that was cut off anywhere",
    async () => {
      const random = stream(5, "cuts");
      const cuts = [bytes.indexOf("\n") + 1, bytes.indexOf("\n") + 1 + Math.floor(random() * bytes.length * 0.8)];
      for (const [i, cut] of cuts.entries()) {
        const file = path(`cut-${i}.jsonl`);
        writeFileSync(file, bytes.slice(0, cut));
        await run(...SHARD, "--workers", "1", "--out", file);
        expect(readFileSync(file, "utf8")).toBe(bytes);
      }
    },
    HANGS,
  );

  test("counts a row once that two runs at the same time both wrote", async () => {
    const lines = bytes.split("\n");
    const file = path("twice.jsonl");
    writeFileSync(file, [...lines.slice(0, 6), lines[3], lines[2], ""].join("\n"));
    await run(...SHARD, "--workers", "1", "--out", file);
    expect(readFileSync(file, "utf8")).toBe(bytes);
  });

  test(
    "killed without warning again and again, ends with the same bytes",
    async () => {
      const file = path("killed.jsonl");
      const random = stream(7, "kills");
      let kills = 0;
      for (const share of [0, 0.5]) {
        const upTo = 1 + Math.floor((share + 0.4 * random()) * bytes.length);
        const code = await child([...SHARD, "--out", file], file, upTo);
        if (code === null) kills++;
        const lines = readFileSync(file, "utf8").split("\n");
        for (const line of lines.slice(0, -1)) expect(bytes).toContain(`${line}\n`);
        expect(new Set(lines).size).toBe(lines.length);
      }
      expect(kills).toBeGreaterThan(0);
      expect(existsSync(`${file}.lock`)).toBe(true);
      expect(await child([...SHARD, "--out", file], file)).toBe(0);
      expect(readFileSync(file, "utf8")).toBe(bytes);
    },
    HANGS,
  );
});

describe("shards", () => {
  test(
    "merged are the whole, whatever their order; one missing is named",
    async () => {
      const part = (i: number, n: number): string => path(`part-${i}-${n}.jsonl`);
      const merged = path("merged.jsonl");
      for (let i = 1; i <= 3; i++) await run("run", NAME, "--shard", `${i}/3`, "--workers", "1", "--out", part(i, 3));
      await run("run", NAME, "--workers", "1", "--out", path("all.jsonl"));
      expect((await run("merge", part(3, 3), part(1, 3), part(2, 3), "--out", merged)).status).toBe(0);
      expect(readFileSync(merged, "utf8")).toBe(readFileSync(path("all.jsonl"), "utf8"));
      const missing = await run("merge", part(1, 3), part(3, 3), "--out", path("never.jsonl"));
      expect(missing.status).toBe(2);
      expect(missing.err).toMatch(/no row for \d+ points, the first of them 1, expected all shards, finished\n$/);
    },
    HANGS,
  );
});

describe("what is refused, in one line, with status 2", () => {
  const cases: [name: string, content: string, message: RegExp][] = [
    [
      "another file",
      "hello\nworld\n",
      /found "hello", expected rows of "speedup-by-formula", seed 1, shard "1\/1", grid "/,
    ],
    ["an empty file", "", /found no complete line, expected rows of/],
    [
      "another experiment",
      '{"format":"lossless-experiment/1","experiment":"x"}\n',
      /found rows of "x", .*expected rows of "speedup/,
    ],
  ];
  test.each(cases)("%s", async (_, content, message) => {
    const file = path("foreign.jsonl");
    writeFileSync(file, content);
    const { status, err } = await run("run", NAME, "--out", file);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(err.split("\n")).toHaveLength(2);
    expect(readFileSync(file, "utf8")).toBe(content);
  });
  test("rows of another seed, and a damaged row", async () => {
    const file = path("other-seed.jsonl");
    await run("run", NAME, "--seed", "9", "--workers", "1", "--out", file);
    expect((await run("run", NAME, "--out", file)).err).toMatch(
      /found rows of "speedup-by-formula", seed 9, .*expected rows of "speedup-by-formula", seed 1,/,
    );
    const [header] = readFileSync(file, "utf8").split("\n");
    for (const bad of ["{}", '{"at":-1}', '{"at":1e9}', "not JSON", '{"at":0.5}']) {
      writeFileSync(file, `${header}\n${bad}\n`);
      const { status, err } = await run("run", NAME, "--seed", "9", "--out", file);
      expect([status, err]).toEqual([2, expect.stringContaining("line 2: found")]);
    }
  });
  test("rows of another version, with what to do", async () => {
    const file = path("other-version.jsonl");
    await run("run", NAME, "--workers", "1", "--out", file);
    const ours = readFileSync(file, "utf8");
    const older = ours.replace(`"version":"${packageVersion()}"`, '"version":"0.0.1"');
    const none = ours.replace(`"version":"${packageVersion()}",`, "");
    for (const [content, said] of [
      [older, 'made by version "0.0.1"'],
      [none, "made by version nothing"],
    ] as const) {
      writeFileSync(file, content);
      for (const args of [
        ["run", NAME, "--out", file],
        ["merge", file, "--out", path("never.jsonl")],
      ]) {
        const { status, err } = await run(...args);
        expect([status, err]).toEqual([2, expect.stringContaining(said)]);
        expect(err).toContain("run the experiment again into another file");
        expect(err.split("\n")).toHaveLength(2);
      }
      expect(readFileSync(file, "utf8")).toBe(content);
    }
  });
  test("rows that are none, by a run and by a merge", async () => {
    const file = path("rows.jsonl");
    await run("run", NAME, "--workers", "1", "--out", file);
    const [header = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
    const row = lines[3] as string;
    const point = '"acceptance":0.5,"cost":0.01,"lookahead":4';
    const bad: [line: string, said: string][] = [
      ['{"at":3}', `a row that begins with {"at":3,${point}`],
      [`{"at":3,${point}}`, 'found no "how"'],
      [row.replace("0.01", "0.02"), `a row that begins with {"at":3,${point}`],
      [row.replace('"at":3', '"at":3.0'), "a row that begins with"],
      [row.replace(/"tokens":[\d.]+/, '"tokens":"many"'), '"tokens": "many"'],
      [row.replace(/"tokens":[\d.]+/, '"tokens":null'), '"tokens": null'],
      [row.replace("formula, in doubles", "guessed"), '"how": "guessed", expected "how", one of "formula, in doubles"'],
      [row.replace("}", ',"more":1}'), 'found the field "more"'],
      [row.replace("}", ',"lookahead":5}'), "each field once"],
      [row.replace("}", " }"), "each field once"],
      ["", "a row of this experiment"],
    ];
    for (const [line, said] of bad) {
      writeFileSync(file, `${[header, ...lines.with(3, line)].join("\n")}\n`);
      for (const args of [
        ["run", NAME, "--out", file],
        ["merge", file, "--out", path("never.jsonl")],
      ]) {
        const { status, err } = await run(...args);
        expect([line, status, err]).toEqual([line, 2, expect.stringContaining(said)]);
        expect(err).toContain("line 5: found");
        expect(err.split("\n")).toHaveLength(2);
      }
    }
    expect(existsSync(path("never.jsonl"))).toBe(false);
  });
  test("a file with which another run goes on", async () => {
    const file = path("held.jsonl");
    const ours = { host: "elsewhere", pid: 7, boot: null, start: null };
    writeFileSync(`${file}.lock`, JSON.stringify(ours));
    const { status, err } = await run("run", NAME, "--out", file);
    expect([status, err]).toEqual([2, expect.stringContaining('process 7 on "elsewhere", expected none; if that one')]);
    expect([existsSync(file), existsSync(`${file}.lock`)]).toEqual([false, true]);
  });
  test("a pipe or a device as rows, in no time", async () => {
    execFileSync("mkfifo", [path("pipe")]);
    for (const args of [
      ["run", NAME, "--out", path("pipe")],
      ["merge", path("pipe")],
      ["merge", "/dev/zero"],
    ]) {
      const { status, err } = await run(...args);
      expect([status, err]).toEqual([2, expect.stringMatching(/found a (pipe|device), no regular file/)]);
    }
    await run("run", NAME, "--workers", "1", "--out", path("source.jsonl"));
    expect((await run("merge", path("source.jsonl"), "--out", path("pipe"))).err).toContain("found a pipe");
  });
  const usage: [args: string[], message: string][] = [
    [[], "expected list, run NAME or merge FILE …"],
    [["run"], "expected list, run NAME"],
    [["run", "nothing"], 'found the experiment "nothing", expected one of'],
    [["run", NAME, "--shard", "3/2"], "expected i/n with i from 1 to n"],
    [["run", NAME, "--shard", "0/2"], "expected i/n"],
    [["run", NAME, "--shard", "1/999999"], "shards: one a point"],
    [["run", NAME, "--workers", "0"], "expected a whole number from 1"],
    [["run", NAME, "--seed", "-1"], "--seed"],
    [["run", NAME, "--out", "/nonexistent/file.jsonl"], "/nonexistent"],
    [["merge", "/nonexistent.jsonl"], "no such file"],
    [["merge", cli], "expected a file of rows"],
    [["run", NAME, "--nonsense"], "nonsense"],
  ];
  test.each(usage)("%j", async (args, message) => {
    const { status, err } = await run(...args);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err.split("\n")).toHaveLength(2);
  });
});

test("list and help", async () => {
  expect((await run("list")).out).toMatch(/^experiment +points +question\nacceptance-by-vocabulary +\d+ /);
  expect((await run("--help")).out).toContain("lossless experiment run NAME");
});
