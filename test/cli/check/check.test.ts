import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DOMParser } from "linkedom";
import { afterAll, describe, expect, test } from "vitest";
import { worldFile } from "../../checker/whole/world.ts";
import { runCommand } from "../models-io.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-check-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const script = fileURLToPath(new URL("../../checker/hostile.mjs", import.meta.url));
const adapter = (mode: string) => ["--", process.execPath, script, mode];

/** The counts of a JUnit file's first suite. */
const counted = (file: string): Record<string, number> => {
  const suite = new DOMParser().parseFromString(readFileSync(file, "utf8"), "text/xml").querySelector("testsuite");
  return Object.fromEntries(
    ["tests", "failures", "errors"].map((name) => [name, Number(suite?.getAttribute(name) ?? "-1")]),
  );
};

const world = (
  file: string,
  name: string,
  ...laws: Parameters<typeof worldFile> extends [string, ...infer L] ? L : never
) => {
  writeFileSync(at(file), JSON.stringify(worldFile(name, ...laws)));
  return at(file);
};

test("a case of a right adapter: status 0 and a green file", async () => {
  const junit = at("right.xml");
  const { status, out } = await runCommand(
    "check",
    "--only",
    "carousel-lookahead-1",
    "--junit",
    junit,
    ...adapter("honest"),
  );
  expect(status).toBe(0);
  expect(out).toMatch(/^sd: consistent\n/);
  expect(counted(junit)).toEqual({ tests: 1, failures: 0, errors: 0 });
});

describe("nothing tested is status 3, and every report says so", () => {
  test.each([
    ["an adapter that refuses all", [], "refuses all"],
    ["a budget too small", ["--budget", "10"], "honest"],
    ["a step that says nothing of the law", ["--only", "reproducible"], "honest"],
    ["a time too short", ["--budget", "1s", "--only", "score self-test"], "honest"],
  ])("%s", async (what, options, mode) => {
    const [junit, html] = [at(`${what}.xml`), at(`${what}.html`)];
    const { status, out } = await runCommand(
      "check",
      ...options,
      "--json",
      "--junit",
      junit,
      "--html",
      html,
      ...adapter(mode),
    );
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ verdict: "unknown", why: expect.stringContaining("nothing was tested") }]);
    const { failures = 0, errors = 0 } = counted(junit);
    expect(failures + errors).toBeGreaterThan(0);
    const page = readFileSync(html, "utf8");
    expect(page).toMatch(/<h2>sd <span class="verdict unknown">unknown</);
    expect(page).toContain("nothing was tested");
  });

  test("a world that the algorithm does not fit, behind our own decoder's protocol", async () => {
    const file = world("apart.json", "apart", undefined, { a: "1/2", x: "1/2" });
    const { status, out } = await runCommand("check", "--world", file, "--budget", "2000", ...adapter("honest"));
    expect(status).toBe(3);
    expect(out).toContain("not looked at: apart");
  });

  test("a world that no message can hold", async () => {
    const tokens = Array.from({ length: 1000 }, (_, i) => `${"abcdefghij"[i % 10]}${i}`);
    const file = worldFile("wide", Object.fromEntries([["a", "1"], ...tokens.map((token) => [token, "0"])]));
    const model = { kind: "markov", order: 2, rows: [{ context: [], next: { a: "1" } }], otherwise: { a: "1" } };
    writeFileSync(
      at("wide.json"),
      JSON.stringify({ ...file, target: { ...file.target, model }, drafter: { ...file.drafter, model } }),
    );
    const { status, out, err } = await runCommand(
      "check",
      "--only",
      "wide",
      "--world",
      at("wide.json"),
      ...adapter("honest"),
    );
    expect([status, err]).toEqual([3, ""]);
    expect(out).toContain("nothing was tested");
  });
});

test("a name that is none is status 2 and one line with those that are", async () => {
  const { status, out, err } = await runCommand("check", "--only", "nope", ...adapter("honest"));
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toMatch(/^lossless: --only: found "nope", expected one of score self-test, .*clock, .*random-1[^\n]*\n$/);
});

test("an adapter that does not start is status 2, and no report stays green", async () => {
  const junit = at("broken.xml");
  writeFileSync(junit, '<testsuites><testsuite tests="1" failures="0" errors="0"/></testsuites>');
  const { status, err } = await runCommand("check", "--junit", junit, ...adapter("exits"));
  expect(status).toBe(2);
  expect(err).toMatch(/^lossless: broken: the adapter exited with status 3[^\n]*\n$/);
  expect(counted(junit)).toEqual({ tests: 1, failures: 0, errors: 1 });
});

test("an adapter that does not start in time is unknown, and its last words are shown as text", async () => {
  const late = await runCommand("check", "--budget", "1s", "--hello-seconds", "9", "--json", ...adapter("hangs"));
  expect(late.err).toBe("lossless: unknown: the budget of time is used up\n");
  expect([late.status, JSON.parse(late.out)[0].end]).toEqual([3, "budget"]);
  const words = "process.stderr.write('\\u001b[2Jgone\\n'); process.exit(4)";
  const gone = await runCommand("check", "--", process.execPath, "-e", words);
  expect(gone.err).toBe("lossless: broken: the adapter exited with status 4 where hello was due | \\u{1b}[2Jgone\n");
});

test("a refuted case is status 1 beside a broken step", async () => {
  const { status, out } = await runCommand("check", "--only", "carousel", ...adapter("negative id"));
  expect([status, out.split("\n")[0]]).toEqual([1, "sd: refuted"]);
  expect(out).toContain("refuted (ids) in carousel");
});

test("what an adapter says of itself reaches a terminal as text", async () => {
  const junit = at("escapes.xml");
  const html = at("escapes.html");
  const only = ["--only", "carousel-lookahead-1", "--junit", junit, "--html", html];
  const told = await runCommand("check", ...only, ...adapter("escapes"));
  const json = await runCommand("check", "--json", ...only, ...adapter("escapes"));
  const hostile = /(?!\n)[\p{Cc}\p{Cf}]/u;
  for (const text of [told.out, json.out, readFileSync(junit, "utf8"), readFileSync(html, "utf8")])
    expect(text).not.toMatch(hostile);
  expect(told.out).toContain("adapter hostile 1\\u{1b}[2J\\u{202e}\\u{d}\\u{7}");
  expect(JSON.parse(json.out)[0].adapter.version).toBe("1\u001b[2J\u202e\r\u0007");
});

test("an adapter sees the listed environment and what is passed on", async () => {
  process.env.LOSSLESS_TEST_TOKEN = "secret";
  process.env.LOSSLESS_TEST_OTHER = "1";
  try {
    const only = ["--only", "carousel-lookahead-1", "--json"];
    const names = async (...more: string[]): Promise<string[]> => {
      const { out } = await runCommand("check", ...only, ...more, ...adapter("environment"));
      return JSON.parse(out)[0].adapter.version.split(",");
    };
    expect(await names()).toContain("PATH");
    expect(await names()).not.toContain("LOSSLESS_TEST_TOKEN");
    const passed = await names("--pass-env", "LOSSLESS_TEST_TOKEN");
    expect(passed).toContain("LOSSLESS_TEST_TOKEN");
    expect(passed).not.toContain("LOSSLESS_TEST_OTHER");
  } finally {
    delete process.env.LOSSLESS_TEST_TOKEN;
    delete process.env.LOSSLESS_TEST_OTHER;
  }
});

describe("worlds of one's own", () => {
  test("must have names that tell them apart, also from those of the check", async () => {
    const [one, two] = [world("one.json", "same"), world("two.json", "same", { a: "1" })];
    const twice = await runCommand("check", "--world", one, "--world", two, ...adapter("honest"));
    expect([twice.status, twice.err]).toEqual([2, expect.stringContaining('two.json: found the name "same" twice')]);
    for (const name of ["exact", "exact-two", "replay", "replay-two", "random-3", "greedy"]) {
      const taken = await runCommand("check", "--world", world("taken.json", name), ...adapter("honest"));
      expect([taken.status, taken.err]).toEqual([2, expect.stringContaining(`taken.json: found the name "${name}"`)]);
    }
  });
  test("are asked in place of the gauntlet", async () => {
    const file = world("mine.json", "mine");
    const { status, out } = await runCommand("check", "--only", "mine", "--world", file, ...adapter("honest"));
    expect([status, out.split("\n")[0]]).toEqual([0, "sd: consistent"]);
    expect(out).toContain(`repeat: lossless check --algorithm sd --seed 1 --world ${file}`);
  });
});

test("what one algorithm leaves of the tokens is what the next one has", async () => {
  const budget = ["--budget", "3000", "--algorithm", "sd,autoregressive"];
  const { out } = await runCommand("check", ...budget, "--only", "greedy", "--json", ...adapter("honest"));
  const [first, second] = JSON.parse(out);
  expect(first.tokens).toBeGreaterThan(0);
  expect(first.repeat).toContain("--algorithm sd --seed 1 --budget 1500 ");
  expect(second.repeat).toContain(`--algorithm autoregressive --seed 1 --budget ${3000 - first.tokens} `);
});

test("the conformance test of an adapter that refuses every world is no success", async () => {
  const { status, out } = await runCommand("check", "--self-test", ...adapter("refuses all"));
  expect(status).toBe(3);
  expect(out).toContain("8 checks of the protocol: 0 failed\nunknown: it sent no sequence");
});

test("Ctrl-C: a report of what was found, files that fail, status 130, and no child left", async () => {
  const main = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));
  const [junit, html] = [at("interrupted.xml"), at("interrupted.html")];
  const args = ["check", "--junit", junit, "--html", html, ...adapter("interrupts")];
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  expect([status, err]).toEqual([130, ""]);
  expect(out).toMatch(/^sd: unknown\n/);
  expect(out).toMatch(/unknown in clock: interrupted after 64 of 300 sequences/);
  expect(out).toMatch(/[1-9]\d* cases, [\d,]+ tokens in/);
  expect(counted(junit).errors).toBeGreaterThan(0);
  expect(existsSync(html)).toBe(true);
  const pid = Number(/adapter hostile (\d+)/.exec(out)?.[1]);
  expect(pid).toBeGreaterThan(1);
  // At most an entry that nobody has removed yet.
  expect(spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout).toMatch(/^(Z.*)?\s*$/);
});
