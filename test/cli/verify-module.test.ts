import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { verifyModule } from "../../src/cli/verify-module.ts";
import { rational } from "../../src/core/num/rational.ts";
import type { Verdict } from "../../src/evidence/tiers/verdict.ts";
import type { Lost } from "../../src/modules/module-process.ts";
import type { ModuleReply, ModuleTask } from "../../src/modules/task.ts";
import { readWorld } from "../../src/system/files.ts";
import { chain, iid } from "../support/toy-world.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-verify-module-"));
afterAll(() => rmSync(folder, { recursive: true }));
const half = { a: "1/2", b: "1/2" };
const place = (name: string, parts: object = {}) => {
  const file = join(folder, `${name}.json`);
  const text = { format: "lossless-world/1", name, prompt: "", lookahead: 1, target: iid(half), drafter: iid(half) };
  writeFileSync(file, JSON.stringify({ ...text, ...parts }));
  return { file, ...readWorld(rational, file) };
};

const verdict = (world: string, parts: Partial<Verdict> = {}): Verdict => ({
  world,
  algorithm: "mine",
  verdict: "refuted",
  tier: "enumeration",
  scope: "every horizon",
  gap: "1/4",
  acceptance: "1/2",
  expectedTokens: "3/2",
  contexts: 3,
  ...parts,
});

type Answer = (world: string) => ModuleReply | Lost;

/** Runs the command on processes that answer as told; the clock counts its readings, a quarter of a second each. */
const run = async (
  answer: Answer,
  worlds: readonly ReturnType<typeof place>[],
  {
    random = 0,
    json = false,
    module = "mine.ts",
    prints = [] as readonly string[],
    most = Number.POSITIVE_INFINITY,
  } = {},
) => {
  const written = { out: "", err: "", progress: [] as string[], closed: [] as string[] };
  let [time, asked] = [0, 0];
  const controller = new AbortController();
  const io = {
    out: (text: string) => {
      written.out += text;
    },
    err: (text: string) => {
      written.err += text;
    },
    progress: (text: string) => void written.progress.push(text),
    now: () => 250 * time++,
    interruption: () => ({ signal: controller.signal, release: () => void written.closed.push("interruption") }),
  };
  const one = () => ({
    ask: async ({ world, work }: ModuleTask) => {
      if (++asked > most) {
        controller.abort();
        return new Promise<ModuleReply>(() => {});
      }
      if ("sample" in work) return { counts: fair, id: "mine" } satisfies ModuleReply;
      return answer((JSON.parse(readFileSync(world, "utf8")) as { name: string }).name);
    },
    close: () => {},
  });
  const open = async (_: string, printed: (text: string) => void) => {
    for (const text of prints) printed(text);
    const processes = { exact: one(), sampled: one() };
    return { script: module, processes, close: () => void written.closed.push("module") };
  };
  const status = await verifyModule({ module, tier: "enumeration", seed: 1 }, worlds, random, json, io, open);
  return { status, ...written };
};
/** Three coins, each sequence equally often. */
const fair = ["0,0,0", "0,0,1", "0,1,0", "0,1,1", "1,0,0", "1,0,1", "1,1,0", "1,1,1"].map(
  (name) => [name, 250] as const,
);

const header =
  "world         verdict             scope            gap           acceptance    tokens/round  contexts  sampled, TV seen";
const lacks = "a stop token, a target of order 2 or more, a period, a correction owed behind a ratio below 1, ";
const others =
  "a draft that the target never says, disjoint supports, a remembered prompt whose letters are not its tokens";

describe("a module in worlds:", () => {
  test("a line a world under one header, then a summary and what the worlds lack", async () => {
    const { status, out, err, progress, closed } = await run(
      (world) => ({ verdict: verdict(world) }),
      [place("one"), place("two")],
    );
    const line = (name: string) =>
      `${name}           refuted             -                0.25          0.5           1.5           3         -\n`;
    expect(out).toBe(
      `${header}\n${line("one")}${line("two")}\n2 rows by exact enumeration: 2 refuted; 0.5 s\n` +
        `not exercised: ${lacks}${others}, a state: laws that depend on what was emitted; ` +
        "a fault that needs one of these is not seen by these worlds\n",
    );
    expect([status, err, closed]).toEqual([1, "", ["module", "interruption"]]);
    expect(progress).toEqual([
      "verifying one with mine.ts (world 1 of 2)",
      "",
      "verifying two with mine.ts (world 2 of 2)",
      "",
    ]);
  });
  test("what is proved states its samples; a reason stands under its row, in what a terminal shows", async () => {
    const { status, out } = await run(
      (world) => ({ verdict: verdict(world, { verdict: world === "one" ? "proved" : "refuted", why: "a\u001b[2J" }) }),
      [place("one"), place("two")],
    );
    expect(out).toMatch(/\none {11}proved .* 3 {9}2000, 0\.\d{3}\n {2}mine: a\\u\{1b\}\[2J\ntwo/);
    expect(status).toBe(1);
  });
  test("names set the width, up to forty characters", async () => {
    const long = "n".repeat(50);
    const { out } = await run((world) => ({ verdict: verdict(world) }), [place(long)]);
    const [head, row] = out.split("\n");
    expect(head?.indexOf("verdict")).toBe(row?.indexOf("refuted"));
    expect(row).toMatch(/^n{40}… /);
    expect((await run((world) => ({ verdict: verdict(world) }), [place("x".repeat(13))])).out).toContain(
      `\n${"x".repeat(13)}  refuted`,
    );
  });
  test("a world that is only unknown shows nothing; one that is judged does", async () => {
    const chained = place("chained", { target: chain(half, {}) });
    const { out } = await run((world) => ({ verdict: verdict(world) }), [chained]);
    expect(out).toContain(`${lacks}${others}; a fault`);
    const unknown = await run((world) => ({ verdict: verdict(world, { verdict: "unknown" }) }), [chained]);
    expect(unknown.out).toContain(`${others}, a state`);
    expect(unknown.status).toBe(3);
  });
  test("worlds that it does not fit are counted, and without another nothing was tested", async () => {
    const misfit: Answer = (world) => (world === "two" ? { verdict: verdict(world) } : { misfit: "mine" });
    const two = await run(misfit, [place("one"), place("two"), place("three")]);
    expect(two.out).toContain("1 refuted; 0.3 s; 2 worlds do not fit the algorithm\n");
    const none = await run(misfit, [place("one")]);
    expect([none.status, none.out]).toEqual([3, "\nnothing was tested; 1 world does not fit the algorithm\n"]);
  });
  test("without a world nothing is said of the checklist", async () => {
    const { status, out } = await run((world) => ({ verdict: verdict(world, { verdict: "unknown" }) }), [], {
      random: 2,
    });
    expect(status).toBe(3);
    expect(out).toMatch(/\n2 rows by exact enumeration: 2 unknown; 0\.5 s\n$/);
  });
});

test("an interruption leaves what is settled, asks nothing more, and is status 130", async () => {
  const worlds = ["one", "two", "three"].map((name) => place(name));
  const answer: Answer = (world) => ({ verdict: verdict(world) });
  const { status, out, closed } = await run(answer, worlds, { most: 1 });
  expect([status, closed]).toEqual([130, ["module", "interruption"]]);
  expect(out).toMatch(/\none +refuted [^\n]*\n\ninterrupted: worlds are left that were not settled\n1 row by /);
  expect(out).not.toContain("two");
  const json = await run(answer, worlds, { most: 1, json: true });
  expect(JSON.parse(json.out)).toHaveLength(1);
});

describe("a refusal", () => {
  const refusal = { where: "mine.ts", found: "a fault", expected: "none" };
  const proved = (world: string): ModuleReply => ({ verdict: verdict(world, { verdict: "proved" }) });
  test("is told once, with its worlds, and is status 2", async () => {
    const answer: Answer = (world) => (world === "four" ? proved(world) : { refusal, id: "mine" });
    const { status, out, err } = await run(
      answer,
      ["one", "two", "three", "four"].map((name) => place(name)),
    );
    expect(status).toBe(2);
    expect(out).toMatch(/\none {11}refused {13}-\ntwo {11}refused {13}-\nthree {9}refused {13}-\nfour {10}proved /);
    expect(err).toBe('lossless: mine.ts: found a fault, expected none (in the world "one" and 2 more)\n');
  });
  test("names the only world, and every reason", async () => {
    const answer: Answer = (world) => ({ refusal: { ...refusal, found: `${world}\u0007` } });
    const { status, err } = await run(answer, [place("one"), place("two")], { module: "m\u001b.ts" });
    expect(status).toBe(2);
    expect(err).toBe(
      'lossless: m\\u{1b}.ts: found one\\u{7}, expected none (in the world "one")\n' +
        'lossless: m\\u{1b}.ts: found two\\u{7}, expected none (in the world "two")\n',
    );
  });
  test("counts less than a refutation", async () => {
    const { status } = await run(
      (world) => (world === "one" ? { refusal } : { verdict: verdict(world) }),
      [place("one"), place("two")],
    );
    expect(status).toBe(1);
  });
  test("of what cannot be loaded is thrown, after the processes are closed", async () => {
    const closed: string[] = [];
    const ask = async () => ({ unloadable: refusal });
    const io = { out: () => {}, err: () => {}, progress: () => {}, now: () => 0 };
    const question = { module: "mine.ts", tier: "enumeration", seed: 1 } as const;
    const processes = { exact: { ask, close: () => {} }, sampled: { ask, close: () => {} } };
    const done = verifyModule(question, [place("one"), place("two")], 0, false, io, async () => ({
      script: "mine.mjs",
      processes,
      close: () => void closed.push("module"),
    }));
    await expect(done).rejects.toThrow("mine.ts: found a fault, expected none");
    expect(closed).toEqual(["module"]);
  });
});

describe("random worlds", () => {
  test("are rows as well; the smallest that refutes is printed", async () => {
    const { status, out } = await run((world) => ({ verdict: verdict(world) }), [place("one")], { random: 3 });
    expect(status).toBe(1);
    expect(out).toMatch(/\nrandom-1 {6}refuted .*\ngenerated {5}refuted /);
    expect(out).toContain("\n\nthe smallest world found that refutes it:\n{\n");
    expect(out).toContain('"format": "lossless-world/1"');
    expect(out).toMatch(/\n3 rows by exact enumeration: 3 refuted; 0\.8 s\nnot exercised/);
  });
  test("one that refutes none leaves no world to print", async () => {
    const { status, out } = await run((world) => ({ verdict: verdict(world, { verdict: "unknown" }) }), [], {
      random: 2,
    });
    expect([status, out.includes("smallest")]).toEqual([3, false]);
  });
});

describe("as JSON", () => {
  test("the rows alone, and the smallest world in the last", async () => {
    const { status, out } = await run((world) => ({ verdict: verdict(world) }), [place("one")], {
      random: 3,
      json: true,
    });
    expect(status).toBe(1);
    const rows = JSON.parse(out);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({ ...verdict("one"), seconds: 0.25 });
    expect([rows[1].counterexample, rows[2].counterexample.format]).toEqual([undefined, "lossless-world/1"]);
  });
  test("nothing is an empty list", async () => {
    expect((await run(() => ({ misfit: "mine" }), [place("one")], { json: true })).out).toBe("[]\n");
  });
});

test("what the module prints is marked, line by line, and bounded", async () => {
  const answer: Answer = (world) => ({ verdict: verdict(world) });
  const few = await run(answer, [], { module: "m\u0007.ts", prints: ["one\n\ntwo\u001b[2J", "x".repeat(300)] });
  expect(few.err).toBe(
    `printed by m\\u{7}.ts: one\nprinted by m\\u{7}.ts: two\\u{1b}[2J\nprinted by m\\u{7}.ts: ${"x".repeat(200)}… (300 characters)\n`,
  );
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}`);
  const just = await run(answer, [], { prints: [lines(39).join("\n")] });
  expect(just.err.split("\n")).toHaveLength(40);
  expect(just.err).not.toContain("more is not shown");
  const many = await run(answer, [], { prints: lines(60) });
  expect(many.err).toMatch(/: line 40\nprinted by mine\.ts: … \(more is not shown\)\n$/);
  expect(many.err.split("\n")).toHaveLength(42);
});
