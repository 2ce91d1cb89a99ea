import { describe, expect, test } from "vitest";
import { mutants } from "../../../fixtures/faults/registry.ts";
import { type Case, outOfReach } from "../../../src/checker/plan/case.ts";
import { gauntlet } from "../../../src/checker/plan/gauntlet.ts";
import { modelCases } from "../../../src/checker/plan/model-cases.ts";
import { randomCase } from "../../../src/checker/plan/random-worlds.ts";
import { LONGEST_LINE } from "../../../src/checker/protocol/messages.ts";
import { isTooLong } from "../../../src/checker/protocol/wire-size.ts";
import { type WorldFile, wireWorld } from "../../../src/checker/protocol/wire-world.ts";
import { signatures } from "../../../src/checker/suspects.ts";
import { twisted } from "../steps/twisted.ts";

const cases = gauntlet();
const { hello } = twisted();

test("every case has a name of its own, a sentence, and a prompt that text can say", () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  for (const { name, file, prompts } of cases) {
    expect([name, file.name, file.about]).toEqual([name, expect.any(String), expect.stringMatching(/^[A-Z].*\.$/)]);
    expect(prompts.every((prompt) => prompt.length > 0)).toBe(true);
  }
});

test("a world on the wire has a row of finite logits for every context", () => {
  for (const { file } of cases) {
    for (const { vocabulary, model } of [wireWorld(file).target, wireWorld(file).drafter]) {
      expect(model.rows.every(({ logits = [] }) => logits.length === vocabulary.length)).toBe(true);
      expect(model.rows.flatMap(({ logits = [] }) => logits).every(Number.isFinite)).toBe(true);
      const lengths = Array.from({ length: 1 + (model.order ?? 0) }, (_, length) => vocabulary.length ** length);
      const contexts = lengths.reduce((sum, count) => sum + count);
      expect(model.rows).toHaveLength((model.period ?? 1) * contexts);
    }
  }
});

describe("a world that would be too long for a line is told by counting", () => {
  const { file } = cases[0] as (typeof cases)[number];
  const sized = (tokens: number, order: number, period?: number): WorldFile => {
    const vocabulary = Array.from({ length: tokens }, (_, id) => `t${id}`);
    const model = {
      kind: "markov" as const,
      order,
      ...(period === undefined ? {} : { period }),
      rows: [],
      otherwise: { t0: "1" },
    };
    const side = { ...file.target, vocabulary, model };
    return { ...file, target: side, drafter: side };
  };
  test.each([
    [511, 1, undefined, false],
    [512, 1, undefined, true],
    [361, 1, 2, false],
    [362, 1, 2, true],
    [1000, 16, undefined, true],
    [2, 16, undefined, false],
    [60, 2, undefined, false],
    [70, 2, undefined, true],
  ])("%i tokens of order %i, period %s: %s", (tokens, order, period, long) => {
    expect(isTooLong(sized(tokens, order, period))).toBe(long);
  });
  test("none of the gauntlet is, and one that is told to be long is longer than a line when it is written out", () => {
    expect(cases.filter((at) => isTooLong(at.file))).toEqual([]);
    expect(JSON.stringify(wireWorld(sized(512, 1))).length).toBeGreaterThan(LONGEST_LINE);
  });
  test("a table's `otherwise` is not written out", () => {
    const { target } = sized(1000, 16);
    const table = { ...target, model: { kind: "table" as const, rows: [], otherwise: { t0: "1" } } };
    expect(isTooLong({ ...file, target: table, drafter: table })).toBe(false);
  });
});

test("most periods share no factor with a block, so that blocks meet every phase", () => {
  const shared = cases.filter(
    ({ file, lookahead }) => lookahead > 1 && (lookahead + 1) % (file.target.model.period ?? 7) === 0,
  );
  // Twins turn with a block, and another lookahead shows their faults no sooner.
  expect([...new Set(shared.map(({ file }) => file.name))].sort()).toEqual(["twins"]);
});

describe("what an adapter says that it cannot do is not asked", () => {
  test.each([
    ["clock", { positions: false }, "laws that depend on the position"],
    ["memory", { maxOrder: 0 }, "models of order 1"],
    ["lanes", { maxVocabulary: 4 }, "8 tokens"],
    ["clock", { maxLookahead: 2 }, "lookahead 3"],
    ["stop-pair", { stops: 1 }, "2 stop tokens"],
    ["carousel-bias", { processors: [] }, "the processor bias"],
    ["wide-drafter-top-k", { processors: ["bias"] }, "the processor drafterTopK"],
    ["hindsight", { maxOrder: 1 }, "models of order 2"],
    ["loud-target", { logits: false }, "logits with an offset"],
    ["clock", {}, undefined],
  ])("%s, %j", (name, more, reason) => {
    const at = cases.find((one) => one.name === name) as (typeof cases)[number];
    expect(outOfReach({ ...hello, ...more }, at)).toBe(reason);
  });
});

test("fresh worlds follow from the seed and their number alone", () => {
  expect(JSON.stringify(randomCase(3, 5).file)).toBe(JSON.stringify(randomCase(3, 5).file));
  expect(JSON.stringify(randomCase(3, 5).file)).not.toBe(JSON.stringify(randomCase(4, 5).file));
  for (let k = 1; k <= 40; k++) {
    const { target, drafter } = randomCase(1, k).file;
    expect(target.vocabulary.join() === drafter.vocabulary.join()).toBe(k % 2 === 1);
  }
});

test("some prompts are long and repeat themselves, and some batches are of different lengths", () => {
  const lengths = (of: readonly Case[]): number[][] => of.map(({ prompts }) => prompts.map((prompt) => prompt.length));
  for (const of of [cases, modelCases(5), modelCases(2)]) {
    expect(lengths(of).some((batch) => new Set(batch).size > 2)).toBe(true);
    const repeated = of.filter(({ prompts: [prompt = []] }) => {
      const last = prompt.slice(-3).join();
      return prompt.length >= 18 && prompt.slice(0, -1).join().includes(last);
    });
    expect(repeated).not.toEqual([]);
  }
});

test("models without tables are asked under several settings, with ids that they have", () => {
  const models = modelCases(7);
  expect(new Set(models.map(({ file }) => file.name))).toEqual(new Set(["model"]));
  expect(models.flatMap(({ prompts }) => prompts.flat()).every((id) => id < 7)).toBe(true);
});

test("a signature names a fault of the zoo, and a step or case that a check has", () => {
  const steps = ["replay check", "greedy", "length", "stop tokens", "reproducible", "batch mates", "second request"];
  const random = [1, 2, 3, 4].map((k) => `random-${k}`);
  const known = new Set([...steps, ...random, ...cases.map(({ name }) => name)]);
  const faults = new Set(mutants.map(({ id }) => id));
  expect(signatures().filter(({ fault, step }) => !faults.has(fault) || !known.has(step))).toEqual([]);
});
