import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answerTask } from "../../src/modules/answer-task.ts";
import { loadAlgorithm } from "../../src/modules/load-algorithm.ts";
import type { ModuleTask } from "../../src/modules/task.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-modules-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const side = { vocabulary: ["a", "b", "."], eos: ".", tokenizer: "longest-prefix" };
const law = (next: object) => ({ kind: "markov", order: 0, rows: [], otherwise: next });
const world = file(
  "world.json",
  JSON.stringify({
    format: "lossless-world/1",
    name: "small",
    prompt: "a",
    lookahead: 2,
    target: { ...side, model: law({ a: "1/2", b: "1/4", ".": "1/4" }) },
    drafter: { ...side, model: law({ a: "1/4", b: "1/2", ".": "1/4" }) },
  }),
);
file("package.json", '{ "type": "module" }');

const answer = (module: string, work: ModuleTask["work"] = { tier: "enumeration", seed: 1 }) =>
  answerTask({ module, script: module, world, lookahead: 2, work }, loadAlgorithm);

/** The rest of an algorithm whose id and round are given. */
const algorithm = (round: string, before = ""): string =>
  `${before}
export default { id: "mine", theorems: [], cite: [], start: () => 0, key: () => "", round: ${round} };`;
const shape = 'theorems: [], cite: [], start: () => 0, key: () => ""';
const asks = (question: string): string => `(world) => (ask) => ({ emitted: [ask.sample(${question})], state: 0 })`;
const p = "() => world.target.next(world.target.tokenizer.encode(world.prompt))";

describe("what is no algorithm", () => {
  test.each([
    ["an error while it loads", 'throw new Error("no\\nluck");', "no", "a module that loads"],
    ["no default export", "export const id = 1;", "nothing", "an Algorithm"],
    ["a number as algorithm", "export default 7;", "7", "an Algorithm"],
    ["no id", `export default { ${shape}, round: () => () => 0 };`, "nothing", "a name"],
    ["no round", `export default { id: "mine", ${shape} };`, "round: nothing", "a function"],
    ["a round that is text", `export default { id: "mine", ${shape}, round: "x" };`, 'round: "x"', "a function"],
  ])("%s cannot be loaded", async (what, source, found, expected) => {
    const path = file(`${what}.js`, source);
    expect(await answer(path)).toMatchObject({
      unloadable: {
        where: expect.stringContaining(path),
        found: expect.stringContaining(found),
        expected: expect.stringContaining(expected),
      },
    });
  });
});

describe("a round that is none is refuted by its contract", () => {
  test.each([
    ["nothing emitted", "() => () => ({ emitted: [], state: 0 })", "without a token"],
    ["no result", "() => () => undefined", "without a token"],
    ["a foreign token", "() => () => ({ emitted: [99], state: 0 })", "emitted 99"],
    ["a token that is text", '() => () => ({ emitted: ["a"], state: 0 })', "emitted a"],
    ["words after the stop token", "() => () => ({ emitted: [2, 0], state: 0 })", "1 token(s) after"],
    ["a program that is none", "() => 5", "expected a program"],
  ])("%s", async (what, round, why) => {
    const path = file(`${what}.js`, algorithm(round));
    expect(await answer(path)).toMatchObject({
      verdict: { verdict: "refuted", kind: "contract", why: expect.stringContaining(why) },
    });
  });
});

describe("what breaks the rules of the language is refused, on every tier", () => {
  const work = [
    { tier: "enumeration", seed: 1 },
    { tier: "symbolic", seed: 1 },
    { tier: "statistics", seed: 1 },
  ] as const;
  const wrong = [
    ["an error in a round", algorithm('() => () => { throw new Error("my fault") }'), "my fault"],
    ["hidden order", algorithm(asks(`"question " + runs++, ${p}`), "let runs = 0;"), "a replay asked"],
    [
      "a write",
      'const first = ({ target, prompt }) => target.tokenizer.encode(prompt);\nexport default { id: "mine", theorems: [], cite: [], stateIsContext: true, start: first, key: () => "", round: (w, c) => (ask) => { c[0] = 0; return { emitted: [ask.sample("t", () => w.target.next(c))] }; } };',
      "writes to the committed tokens",
    ],
    [
      "a coin of its own",
      algorithm(
        `(world) => (ask) => { const x = ask.sample("t", ${p}); return { emitted: [runs++ % 3 === 0 ? 0 : x], state: 0 }; }`,
        "let runs = 0;",
      ),
      "hidden",
    ],
    [
      "masses that cancel",
      algorithm(
        `(world) => (ask) => { const p = (${p})(); const { field } = world; const two = field.ratio(2n, 1n); const heads = ask.flip("coin", () => field.ratio(1n, 2n)); const weights = p.support.map((x) => heads ? field.mul(two, p.weight(x)) : field.zero); return { emitted: [ask.sample("t", () => ({ support: p.support, weights, weight: (x) => weights[p.support.indexOf(x)] }))], state: 0 }; }`,
      ),
      "sum to 2",
    ],
  ] as const;
  test.each(wrong.flatMap(([what, source, found]) => work.map((one) => [what, one.tier, source, found, one] as const)))(
    "%s by %s",
    async (what, tier, source, found, one) => {
      const path = file(`${what} ${tier}.js`, source);
      const reply = await answer(path, one);
      expect(reply).toMatchObject({ refusal: { where: path, found: expect.stringContaining(found) } });
    },
  );
  test("a key of a map, with a law that changes after some rounds", async () => {
    const source = `export default { id: "seen", theorems: [], cite: [],
  start: (world) => ({ committed: world.target.tokenizer.encode(world.prompt), seen: new Map() }),
  key: ({ seen }) => JSON.stringify(seen),
  round: (world, { committed, seen }) => (ask) => {
    const rounds = seen.get("rounds") ?? 0;
    const x = ask.sample("t", () => (rounds > 1 ? world.drafter : world.target).next(committed));
    return { emitted: [x], state: { committed: [...committed, x], seen: new Map([["rounds", rounds + 1]]) } };
  } };`;
    const path = file("seen.js", source);
    for (const one of work.slice(0, 2)) {
      expect(await answer(path, one)).toMatchObject({ verdict: { verdict: "refuted", witness: { horizon: 3 } } });
    }
  });
});

test("an algorithm that does not fit is no error", async () => {
  const path = file("narrow.js", `export default { id: "narrow", ${shape}, fits: () => false, round: () => () => 0 };`);
  expect(await answer(path)).toEqual({ misfit: "narrow" });
  expect(await answer(path, { sample: { horizon: 1, seed: 3, samples: 5 } })).toEqual({ misfit: "narrow" });
});

test("sampling counts generations, in doubles", async () => {
  const path = file("right.js", algorithm(asks(`"t", ${p}`)));
  const reply = await answer(path, { sample: { horizon: 1, seed: 3, samples: 500 } });
  expect(reply).toMatchObject({ id: "mine" });
  const counts = new Map((reply as unknown as { counts: [string, number][] }).counts);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(500);
  expect([...counts.keys()].sort()).toEqual(["0", "1", "2"]);
});
