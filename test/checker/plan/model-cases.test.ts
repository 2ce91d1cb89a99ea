import { expect, test } from "vitest";
import { exactModelCase, MODEL, modelCases } from "../../../src/checker/plan/model-cases.ts";

test("models without tables are asked for six cases, each other than the first in one thing", () => {
  const cases = modelCases(2);
  const of = ({ name, sequences, prompts, budgets, lookahead, temperature }: (typeof cases)[number]) => [
    name,
    sequences,
    prompts,
    budgets,
    lookahead,
    temperature,
  ];
  const [, , prompts, budgets, lookahead] = of(cases[0] as (typeof cases)[number]) as unknown[];
  expect(cases.map(of)).toEqual([
    ["model", 300, prompts, budgets, lookahead, 1],
    ["model-lookahead-1", 100, prompts, budgets, 1, 1],
    ["model-half-temperature", 100, prompts, budgets, lookahead, 0.5],
    ["model-other-prompt", 100, [[1, 0]], budgets, lookahead, 1],
    ["model-ragged", 192, [[0], [1, 0], [0, 1, 1], [1, 0, 1, 0, 0]], budgets, lookahead, 1],
    ["model-refrain", 640, [Array.from({ length: 18 }, (_, at) => (at % 3) % 2)], [3], lookahead, 1],
  ]);
  expect(modelCases(5).at(-1)?.prompts[0]?.slice(0, 4)).toEqual([0, 1, 2, 0]);
});

test("their world has a name for each id, and laws that stand for nothing", () => {
  const [first] = modelCases(3);
  const side = {
    vocabulary: ["t0", "t1", "t2"],
    eos: null,
    tokenizer: "longest-prefix",
    model: { kind: "markov", order: 0, rows: [{ context: [], next: { t0: "1" } }] },
  };
  expect(first?.file).toMatchObject({ name: MODEL, prompt: "t0", lookahead: 3, target: side, drafter: side });
});

test("the world of the exact checks is the same, under a setting", () => {
  const exact = exactModelCase(3, { lookahead: 1, prompts: [[2]] });
  expect(exact).toMatchObject({ name: MODEL, sequences: 0, lookahead: 1, prompts: [[2]] });
  expect(exact.file).toEqual(modelCases(3)[0]?.file);
});
