import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { advance, begin, oneRound } from "../../../src/core/decode/position.ts";
import { type Counts, counted } from "../../../src/core/handlers/count.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { enumerate } from "../../../src/core/handlers/enumerate.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { sample } from "../../../src/core/handlers/sample.ts";
import { dist } from "../../../src/core/law/dist.ts";
import { type LanguageModel, scoreByNext } from "../../../src/core/models/model.ts";
import { Expr, evaluate, expr, syntactic } from "../../../src/core/num/expr.ts";
import type { DecidableField } from "../../../src/core/num/field.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import { showTokens, tokensOf } from "../../../src/core/vocab/vocabulary.ts";
import { createWorld, type World } from "../../../src/core/worlds/world.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";

/** After the prompt a: p = (3/4, 1/4) and q = (1/4, 3/4), where the drafter lists b first; anywhere else all is 1/2. */
export const afterPrompt = (lookahead = 1): World<Rational> =>
  toyWorld(
    chain({ a: "1/2", b: "1/2" }, { a: { a: "3/4", b: "1/4" } }),
    chain({ b: "1/2", a: "1/2" }, { a: { b: "3/4", a: "1/4" } }),
    lookahead,
    "a",
  );

/** p = (1/2, 1/2) always; the drafter remembers one token, so that rounds start in three ways: after nothing, a or b. */
export const threeStarts = (): World<Rational> =>
  toyWorld(iid({ a: "1/2", b: "1/2" }), chain({ a: "2/3", b: "1/3" }, { a: { a: "1/3", b: "2/3" } }));

/** p = (1/2, 1/2) always; a is drafted surely, and then surely b. */
export const surelyAThenB = (): World<Rational> =>
  toyWorld(iid({ a: "1/2", b: "1/2" }), chain({ a: "1", b: "0" }, { a: { b: "1" } }), 2);

/** The drafter stops at once, surely, however much may be drafted. */
export const stopsAtOnce = (): World<Rational> =>
  toyWorld(iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }), iid({ a: "0", "<end>": "1" }, { eos: "<end>" }), 3);

/**
 * T = {a, aaaa}, p = (1/3, 2/3), D = {a, aa}, three drafts of 1/2 each. They spell three letters with 1/8 and more with
 * 7/8, some texts in several ways: ψ = (1/8, 7/8).
 */
export const manySpellings = (): World<Rational> =>
  toyWorld(iid({ a: "1/3", aaaa: "2/3" }), iid({ a: "1/2", aa: "1/2" }), 3);

/**
 * The same target and three drafts from {a, aa, b}: a or aa, 1/2 each; after a, aa or b, 1/2 each; after aa surely a. Both
 * a·aa and aa·a spell aaa, but only the second may end in b. a·aa·a and aa·a·aa propose aaaa, a·b and aa·a·b propose a,
 * 1/4 each: ψ = (1/2, 1/2).
 */
export const spellingMatters = (): World<Rational> =>
  toyWorld(
    iid({ a: "1/3", aaaa: "2/3" }),
    chain({ a: "1/2", aa: "1/2", b: "0" }, { a: { aa: "1/2", b: "1/2" }, aa: { a: "1" } }),
    3,
  );

/** The same world, whose drafter lists every token in its laws, those of probability 0 included. */
export const listingAll = (world: World<Rational>): World<Rational> => {
  const { drafter } = world;
  const all = tokensOf(drafter.tokenizer.vocabulary);
  const next: typeof drafter.next = (context) => {
    const q = drafter.next(context);
    return dist(
      rational,
      all,
      all.map((token) => q.weight(token)),
    );
  };
  return { ...world, drafter: { ...drafter, next, score: scoreByNext(next) } };
};

/** What one round from the prompt emits, with which probability: `{ "a·b": "1/4" }`. */
export const emissions = (world: World<Rational>, algorithm: Algorithm): Record<string, string> => {
  const law = new Map<string, Rational>();
  enumerate(rational, first(world, algorithm), ({ emitted }, weight) => {
    const name = showTokens(world.target.tokenizer.vocabulary, emitted);
    law.set(name, rational.add(law.get(name) ?? rational.zero, weight));
  });
  return Object.fromEntries([...law].map(([name, weight]) => [name, rational.print(weight)]));
};

/** The closed formula for the acceptance, at the prompt. */
export const formula = (world: World<Rational>, { acceptance }: Algorithm): string | undefined =>
  acceptance && rational.print(decide(rational, acceptance(world)));

/** What enumeration measures: whether the first proposal is accepted, the tokens of a round, where rounds can start. */
export const measured = (world: World<Rational>, algorithm: Algorithm) => {
  const { gap, acceptance, expectedTokens, contexts } = lossless(rational, world, algorithm);
  return { gap, acceptance, expectedTokens, contexts };
};

const first = <W>(world: World<W>, algorithm: Algorithm) => oneRound(world, algorithm, begin(world, algorithm));

/** The same model with an unknown for each of its probabilities that is not zero; `point` notes their values. */
const unknown = <V extends string>(
  model: LanguageModel<Rational, V>,
  point: Map<string, Rational>,
): LanguageModel<Expr, V> => {
  const { vocabulary } = model.tokenizer;
  const next: LanguageModel<Expr, V>["next"] = (context) => {
    const law = model.next(context);
    const support = law.support.filter((token) => !rational.isZero(law.weight(token)));
    const weights = support.map((token) => {
      const name = `${vocabulary.name} ${vocabulary.label(token)} after ${model.state(context)}`;
      point.set(name, law.weight(token));
      return Expr.variable(name);
    });
    return dist(expr, support, weights);
  };
  return { ...model, next, score: scoreByNext(next) };
};

/** The weight of every path of one round from the prompt, by its choices. */
const paths = <W>(field: DecidableField<W>, world: World<W>, algorithm: Algorithm): Map<string, W> => {
  const weights = new Map<string, W>();
  enumerate(
    field,
    first(world, algorithm),
    (_round, weight, choices) => {
      weights.set(
        choices()
          .map(({ label, value }) => `${label} ${value}`)
          .join(),
        weight,
      );
    },
    { merging: false, checking: true },
  );
  return weights;
};

/**
 * Runs a round on unknown probabilities, every branch kept, and evaluates each path's formula at the world's own
 * probabilities. Returns the number of paths whose value is not what the rational enumeration finds, and of all paths.
 * A comparison of weights anywhere in the algorithm throws.
 */
export const symbolically = (world: World<Rational>, algorithm: Algorithm): { paths: number; wrong: number } => {
  const point = new Map<string, Rational>();
  const formal = createWorld<Expr>({
    ...world,
    field: expr,
    target: unknown(world.target, point),
    drafter: unknown(world.drafter, point),
  });
  const expected = paths(rational, world, algorithm);
  let [found, wrong] = [0, 0];
  const formulas = paths(syntactic, formal, algorithm);
  for (const [choices, formula] of formulas) {
    const right = expected.get(choices);
    if (right !== undefined) found++;
    if (!rational.equal(valueAt(formula, point), right ?? rational.zero)) wrong++;
  }
  return { paths: formulas.size, wrong: wrong + expected.size - found };
};

/** A formula's value; 0 where it divides by 0, which happens only behind a branch of probability 0. */
const valueAt = (formula: Expr, point: ReadonlyMap<string, Rational>): Rational => {
  try {
    return evaluate(rational, formula, (name) => point.get(name) as Rational);
  } catch (error) {
    if (error instanceof RangeError) return rational.zero;
    throw error;
  }
};

/** Forward passes of some sampled rounds. */
export const passes = (world: World<Rational>, algorithm: Algorithm, rounds = 30): Counts[] => {
  const counting = counted(world);
  const random = stream(1, algorithm.id);

  let position = begin(counting.world, algorithm);
  return Array.from({ length: rounds }, () => {
    Object.assign(counting.counts, { targetPasses: 0, drafterPasses: 0 });
    const round = sample(rational, oneRound(counting.world, algorithm, position), random);
    position = advance(counting.world, algorithm, position, round);
    if (position.stopped) position = begin(counting.world, algorithm);
    return { ...counting.counts };
  });
};
