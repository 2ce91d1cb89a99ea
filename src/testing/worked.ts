import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { advance, begin, oneRound } from "../core/decode/position.ts";
import { type Counts, counted } from "../core/handlers/count.ts";
import { decide } from "../core/handlers/decide.ts";
import { enumerate } from "../core/handlers/enumerate.ts";
import { stream } from "../core/handlers/random.ts";
import { sample } from "../core/handlers/sample.ts";
import { dist } from "../core/law/dist.ts";
import { type LanguageModel, scoreByNext } from "../core/models/model.ts";
import { Expr, evaluate, expr, syntactic } from "../core/num/expr.ts";
import type { DecidableField } from "../core/num/field.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { showTokens } from "../core/vocab/vocabulary.ts";
import { createWorld, type World } from "../core/worlds/world.ts";
import { lossless } from "../evidence/tiers/enumeration/lossless.ts";

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
