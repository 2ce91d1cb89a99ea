import { all, create, type FactoryFunctionMap } from "mathjs";
import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { compute, type WorkedExample, workedExample, worldOf } from "../../../src/site/worked.ts";
import { packageRoot } from "../../../src/system/files.ts";

const exact = create(all as FactoryFunctionMap, { number: "Fraction" });
/** A product or sum of fractions, reduced. */
const value = (sum: string): string => exact.format(exact.evaluate(sum), { fraction: "ratio" }).replace(/\/1$/, "");

/** Where an example and the algorithm's code differ. */
const differences = (algorithm: Algorithm, example: WorkedExample): string[] => {
  const { emissions, formula, verdict } = compute(algorithm, worldOf(algorithm.id, example));
  const byHand = new Map(example.paths.map(({ emitted, probability }) => [emitted, value(probability)]));
  const said = (what: string, hand: string | undefined, code: string | null | undefined): string[] =>
    hand === code ? [] : [`${what}: ${hand ?? "nothing"} by hand, ${code ?? "nothing"} by the code`];
  return [
    ...[...new Set([...byHand.keys(), ...emissions.keys()])].flatMap((emitted) =>
      said(emitted, byHand.get(emitted), emissions.get(emitted)),
    ),
    ...said("acceptance", value(example.acceptance), verdict.acceptance),
    ...(formula === undefined ? [] : said("the formula", value(example.acceptance), formula)),
    ...said("tokens a round", value(example.tokens), verdict.expectedTokens),
    ...said("the verdict", (algorithm.lossless ?? true) ? "proved" : "refuted", verdict.verdict),
  ];
};

describe.each(algorithms as readonly Algorithm[])("the worked example of $id", (algorithm) => {
  test("is what the code gives", () => {
    expect(differences(algorithm, workedExample(packageRoot(), algorithm.id))).toEqual([]);
  });
});

test("an example with wrong numbers is refuted, each named", () => {
  const right = workedExample(packageRoot(), "sd");
  const [first, ...rest] = right.paths as [WorkedExample["paths"][number], ...WorkedExample["paths"]];
  const wrong = {
    ...right,
    paths: [{ ...first, probability: "1/3" }, ...rest.slice(1)],
    acceptance: "3/4",
    tokens: "2",
  };
  const sd = algorithms.find(({ id }) => id === "sd") as Algorithm;
  expect(differences(sd, wrong)).toEqual([
    "a·a: 1/3 by hand, 2/9 by the code",
    "a·b: nothing by hand, 1/9 by the code",
    "acceptance: 3/4 by hand, 2/3 by the code",
    "the formula: 3/4 by hand, 2/3 by the code",
    "tokens a round: 2 by hand, 5/3 by the code",
  ]);
});
