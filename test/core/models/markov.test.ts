import { describe, expect, test } from "vitest";
import { dist } from "../../../src/core/law/dist.ts";
import { markov, type Row } from "../../../src/core/models/markov.ts";
import { MissingRow } from "../../../src/core/models/missing-row.ts";
import { table } from "../../../src/core/models/table.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import { longestPrefix } from "../../../src/core/vocab/longest-prefix.ts";
import { type Token, tokensOf, vocabulary } from "../../../src/core/vocab/vocabulary.ts";
import { ratio, written } from "../../support/toy-world.ts";

const words = longestPrefix(vocabulary("target", ["a", "b"], ["a", "b"], null));
const [a, b] = tokensOf(words.vocabulary) as [Token<"target">, Token<"target">];

/** The law that says a with this probability. */
const says = (probability: string) =>
  dist(rational, [a, b], [ratio(probability), rational.monus(rational.one, ratio(probability))]);
const row = (context: Token<"target">[], probability: string, position = 0): Row<Rational, "target"> => ({
  context,
  position,
  next: says(probability),
});
const chanceOfA = (model: ReturnType<typeof markov<Rational, "target">>, context: Token<"target">[]) =>
  rational.print(model.next(context).weight(a));

describe("order 2", () => {
  const rows = [row([], "1/2"), row([a], "1/3"), row([a, b], "1/5"), row([b, a], "1/7")];
  const model = markov(words, 2, rows, says("1/11"));
  test.each([
    ["at the start of the text", [], "1/2"],
    ["after one token, a row of its own", [a], "1/3"],
    ["after the last two tokens", [a, b], "1/5"],
    ["whatever came before them", [b, b, a, b], "1/5"],
    ["a shorter row does not serve longer contexts", [a, a], "1/11"],
    ["nor a longer one shorter contexts", [b], "1/11"],
  ])("%s", (_, context, probability) => expect(chanceOfA(model, context)).toBe(probability));
});

test("order 0: one law", () => {
  const model = markov(words, 0, [row([], "1/3")]);
  expect([chanceOfA(model, []), chanceOfA(model, [b, a])]).toEqual(["1/3", "1/3"]);
});

test("a period: the number of tokens before, modulo the period", () => {
  const model = markov(words, 1, [row([], "1/2"), row([a], "1/3", 1), row([a], "1/5", 0)], says("1/11"), 2);
  expect([[], [a], [b, a], [b, b, a], [b]].map((context) => chanceOfA(model, context))).toEqual([
    "1/2",
    "1/3",
    "1/5",
    "1/3",
    "1/11",
  ]);
});

test("a missing row names the model and the context", () => {
  const model = markov(words, 1, [row([], "1")]);
  expect(() => model.next([a, b])).toThrow(MissingRow);
  expect(() => model.next([a, b])).toThrow('the target model has no row for the context "a·b" and no "otherwise"');
  try {
    model.next([a, b]);
  } catch (error) {
    expect(error).toMatchObject({ side: "target", context: "a·b" });
  }
});

test("a table has one law for each whole context", () => {
  const model = table(words, [row([a], "1/3"), row([a, a], "1/5")], says("1/2"));
  expect([[a], [a, a], [b, a], [a, a, a]].map((context) => chanceOfA(model, context))).toEqual([
    "1/3",
    "1/5",
    "1/2",
    "1/2",
  ]);
  expect(model.order).toBe(Number.POSITIVE_INFINITY);
  expect(model.state([a, b, a])).not.toBe(model.state([b, b, a]));
});

/** All contexts of up to five tokens. */
const contexts: Token<"target">[][] = [[]];
for (const context of contexts) if (context.length < 5) contexts.push([...context, a], [...context, b]);

/** Do equal states have equal laws, now and after anything that may be appended? */
const namesState = (model: ReturnType<typeof markov<Rational, "target">>, state = model.state): boolean => {
  const futures = (context: Token<"target">[]) =>
    JSON.stringify(contexts.slice(0, 15).map((more) => written(model.next([...context, ...more]))));
  const byState = new Map<string, string>();
  return contexts.every((context) => {
    const before = byState.get(state(context)) ?? futures(context);
    byState.set(state(context), before);
    return futures(context) === before;
  });
};

describe("the state names all that later laws depend on", () => {
  const rows = [row([], "1/2"), row([b], "1/3"), row([a, b], "1/5")];
  const periodic = markov(words, 2, [...rows, row([b], "1/7", 1), row([a, b], "1/9", 2)], says("1/11"), 3);
  test.each([
    ["order 0", markov(words, 0, [row([], "1/3")])],
    ["order 2", markov(words, 2, rows, says("1/11"))],
    ["order 2, period 3", periodic],
    ["table", table(words, rows, says("1/11"))],
  ])("%s", (_, model) => expect(namesState(model)).toBe(true));
  test("the last token alone does not", () => {
    expect(namesState(periodic, (context) => String(context.at(-1)))).toBe(false);
    expect(namesState(periodic, (context) => context.slice(-2).join())).toBe(false);
  });
  test("finitely many where order and period are finite", () => {
    expect(new Set(contexts.map(periodic.state)).size).toBe(1 + 2 + 3 * 4);
  });
});
