import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { main } from "../../src/cli/commands.ts";
import { ModuleProcess } from "../../src/modules/module-process.ts";
import { makeScripts } from "../../src/modules/scripts.ts";
import type { ModuleTask } from "../../src/modules/task.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-process-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
file("package.json", '{ "type": "module" }');

const side = (next: object) => ({
  vocabulary: ["a", "b"],
  eos: null,
  tokenizer: "longest-prefix",
  model: { kind: "markov", order: 0, rows: [], otherwise: next },
});
const world = file(
  "world.json",
  JSON.stringify({
    format: "lossless-world/1",
    name: "coins",
    prompt: "a",
    lookahead: 1,
    target: side({ a: "1/2", b: "1/2" }),
    drafter: side({ a: "1/4", b: "3/4" }),
  }),
);

/** A module whose round is given, and what it does besides. */
const module = (name: string, round: string, before = ""): string =>
  file(
    `${name}.js`,
    `${before}
const first = ({ target, prompt }) => target.tokenizer.encode(prompt);
export default { id: "${name}", theorems: [], cite: [], stateIsContext: true, start: first, key: () => "", round: ${round} };`,
  );
const right = '(w, c) => (ask) => ({ emitted: [ask.sample("t", () => w.target.next(c))] })';
const drafts = '(w, c) => (ask) => ({ emitted: [ask.sample("t", () => w.drafter.next(c))] })';

const task = (path: string): ModuleTask => ({
  module: path,
  script: path,
  world,
  lookahead: 1,
  work: { tier: "enumeration", seed: 1 },
});
const scripts = await makeScripts(module("right", right));
afterAll(scripts.remove);
const limits = { seconds: 60, megabytes: 1024 };

test("a module that says everywhere that it is proved is refuted all the same, and keeps its process", async () => {
  const forged = `{ verdict: { world: "coins", algorithm: "forged", verdict: "proved", tier: "enumeration", scope: "every horizon", gap: "0", acceptance: null, expectedTokens: null, contexts: 1 } }`;
  const path = module(
    "speaks",
    drafts,
    `import { parentPort } from "node:worker_threads";
import fs, { writeSync } from "node:fs";
const row = ${forged};
const text = JSON.stringify(row);
parentPort?.postMessage(row);
process.send?.(row);
console.log(text);
for (const descriptor of [1, 2, 4]) writeSync(descriptor, text + "\\n");
fs.writeSync = () => 1;
try { JSON.stringify = () => text; } catch {}
try { Array.prototype.push = () => 1; } catch {}
try { globalThis.Map = class {}; } catch {}`,
  );
  let printed = "";
  const running = new ModuleProcess(
    "exact",
    scripts.host,
    (text) => {
      printed += text;
    },
    limits,
  );
  const refuted = { verdict: { verdict: "refuted", algorithm: "speaks", gap: "1/4" } };
  expect(await running.ask(task(path))).toMatchObject(refuted);
  expect(await running.ask(task(path))).toMatchObject(refuted);
  running.close();
  expect(printed).toContain("forged");
});

test("a line that the module has begun on the pipe is no answer, and hides none", async () => {
  const path = module("begins", right, 'import { writeSync } from "node:fs";\nwriteSync(4, "x".repeat(100_000));');
  const running = new ModuleProcess("exact", scripts.host, () => undefined, limits);
  expect(await running.ask(task(path))).toMatchObject({ verdict: { verdict: "proved", algorithm: "begins" } });
  running.close();
});

test("a round without end, an end of the process and a greedy one cost their task only; after three nothing is tried", async () => {
  const running = new ModuleProcess("exact", scripts.host, () => undefined, { seconds: 5, megabytes: 400 });
  const endless = module("endless", "() => () => { for (;;); }");
  expect(await running.ask(task(endless))).toEqual({ lost: "no answer within 5 s" });
  const ends = module("ends", "() => () => process.exit(0)");
  expect(await running.ask(task(ends))).toEqual({ lost: "its end without an answer (status 0)" });
  expect(await running.ask(task(module("right", right)))).toMatchObject({ verdict: { verdict: "proved" } });
  const greedy = module(
    "greedy",
    "() => () => { for (;;) kept.push(Buffer.alloc(20_000_000, 1)); }",
    "const kept = [];",
  );
  expect(await running.ask(task(greedy))).toEqual({ lost: "more than 400 MB of memory" });
  expect(await running.ask(task(module("right", right)))).toEqual({
    lost: "3 ends without an answer before; nothing more is tried",
  });
  running.close();
});

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

test("a module sees none of our secrets, may flood its pipe for nothing, and all its processes end with it", async () => {
  const before = process.env.LOSSLESS_TEST_SECRET;
  process.env.LOSSLESS_TEST_SECRET = "hush";
  const path = module(
    "spawns",
    right,
    `import { spawn } from "node:child_process";
const child = spawn("sleep", ["1000"], { stdio: "ignore" });
console.log(JSON.stringify({ pid: process.pid, child: child.pid, secret: process.env.LOSSLESS_TEST_SECRET ?? "none" }));`,
  );
  let printed = "";
  const hear = (text: string): void => {
    printed += text;
  };
  const running = new ModuleProcess("exact", scripts.host, hear, limits);
  const first = await running.ask(task(path));
  if (before === undefined) delete process.env.LOSSLESS_TEST_SECRET;
  else process.env.LOSSLESS_TEST_SECRET = before;
  expect(first).toMatchObject({ verdict: { verdict: "proved" } });
  const { pid, child, secret } = JSON.parse(printed);
  expect([secret, isGone(pid), isGone(child)]).toEqual(["none", false, false]);
  running.close();
  await vi.waitFor(() => expect([isGone(pid), isGone(child)]).toEqual([true, true]), { timeout: 20_000 });
  // It was let go of: another close, and a task in a new process, are no trouble.
  running.close();
  const floods = module(
    "floods",
    right,
    `import { writeSync } from "node:fs";
const part = "x".repeat(4 * 2 ** 20);
for (;;) writeSync(4, part);`,
  );
  expect(await running.ask(task(floods))).toEqual({ lost: "an answer without end" });
  running.close();
});

/** Runs the command in this process; modules have theirs. */
const lossless = async (...args: string[]) => {
  const written = { out: "", err: "" };
  const status = await main(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    progress: () => undefined,
    now: () => 0,
  });
  return { status, ...written };
};

test("what is right when it is looked at and wrong when it is run is refuted, with both laws", async () => {
  // On doubles it is another algorithm than on fractions.
  const path = module(
    "two-faced",
    `(w, c) => (ask) => ({ emitted: [ask.sample("t", () => (typeof w.field.one === "number" ? w.drafter : w.target).next(c))] })`,
  );
  const { status, out } = await lossless("verify", world, "--algorithm", path, "--json");
  expect(status).toBe(1);
  const [row] = JSON.parse(out);
  expect(row).toMatchObject({
    verdict: "refuted",
    why: expect.stringContaining("run 2000 times in doubles it has not"),
    samples: 2000,
    alpha: 1e-6,
    witness: { law: "sampled" },
  });
  expect(row.detectable).toBeGreaterThan(0.02);
  expect(row.detectable).toBeLessThan(0.2);
  expect(Math.abs(Number(row.witness.output) - Number(row.witness.target))).toBeGreaterThan(0.05);
});

test("rows of a right module state how far they were sampled; what its worlds lack is said", async () => {
  const { status, out, err } = await lossless("verify", world, "--algorithm", module("right", right));
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toMatch(/^world .*\ncoins +proved +every horizon +0 +- +1 +1 +2000, 0\.\d{3}\n/);
  expect(out).toMatch(/\nnot exercised: a stop token, a target of order 2 or more, a period, /);
  const { out: json } = await lossless("verify", world, "--algorithm", module("right", right), "--json");
  expect(JSON.parse(json)).toMatchObject([{ verdict: "proved", samples: 2000, alpha: 1e-6, power: 0.999 }]);
});

test("one world that a module cannot do costs its own row only", async () => {
  const other = file("other.json", JSON.stringify({ ...JSON.parse(await text(world)), name: "other", prompt: "bb" }));
  const path = module(
    "half",
    `(w, c) => (ask) => { if (w.name === "other") throw new Error("not here"); return { emitted: [ask.sample("t", () => w.target.next(c))] }; }`,
  );
  const { status, out, err } = await lossless("verify", other, world, "--algorithm", path);
  expect(status).toBe(2);
  expect(out).toMatch(/\nother +refused +-\ncoins +proved /);
  expect(err).toBe(
    `lossless: ${path}: found not here, expected an algorithm that keeps the rules of a round (in the world "other")\n`,
  );
});

test("a module that fits nowhere leaves nothing tested: status 3", async () => {
  const path = file(
    "nowhere.js",
    'export default { id: "nowhere", theorems: [], cite: [], start: () => 0, key: () => "", fits: () => false, round: () => () => 0 };',
  );
  const { status, out } = await lossless("verify", world, "--algorithm", path);
  expect({ status, out }).toEqual({ status: 3, out: "\nnothing was tested; 1 world does not fit the algorithm\n" });
});

test("random worlds: one that refutes is shrunk and printed as a world file", async () => {
  const { status, out } = await lossless(
    "verify",
    "--algorithm",
    module(
      "drafts",
      "(w, c) => (ask) => ({ emitted: [w.shared.toTarget(ask.sample('d', () => w.drafter.next([]))) ?? 0] })",
    ),
    "--random",
    "20",
    "--seed",
    "3",
    "--json",
  );
  expect(status).toBe(1);
  const { counterexample, verdict } = JSON.parse(out).at(-1);
  expect(verdict).toBe("refuted");
  expect(counterexample).toMatchObject({ format: "lossless-world/1", lookahead: 1 });
});

const text = async (path: string): Promise<string> => (await import("node:fs")).readFileSync(path, "utf8");
