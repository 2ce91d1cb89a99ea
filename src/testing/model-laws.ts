import fc from "fast-check";
import { type Dist, mass } from "../core/law/dist.ts";
import type { LanguageModel } from "../core/models/model.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { showTokens, type Token } from "../core/vocab/vocabulary.ts";

/** One case of a model's laws: two contexts, and what comes after either. */
export interface ContextCase<V extends string> {
  readonly model: LanguageModel<Rational, V>;
  readonly context: readonly Token<V>[];
  readonly other: readonly Token<V>[];
  readonly more: readonly Token<V>[];
}

/** A law of models: says what is wrong, or nothing. */
export type ModelLaw = <V extends string>(subject: ContextCase<V>) => string | undefined;

const equal = <A>(p: Dist<Rational, A>, q: Dist<Rational, A>): boolean =>
  [...p.support, ...q.support].every((value) => rational.equal(p.weight(value), q.weight(value)));

/** Every law has mass 1, on tokens of the vocabulary, each listed once. */
const sumsToOne: ModelLaw = ({ model, context }) => {
  const law = model.next(context);
  const { size } = model.tokenizer.vocabulary;
  if (new Set(law.support).size !== law.support.length) return "a token is listed twice";
  if (law.support.some((token) => token < 0 || token >= size)) return "a token outside the vocabulary";
  const total = mass(rational, law);
  return rational.equal(total, rational.one) ? undefined : `mass ${rational.print(total)}`;
};

/** `score` is `next` along the draft, whatever was scored before. */
const scoresByNext: ModelLaw = ({ model, context, other, more }) => {
  model.score(context, other);
  const laws = model.score(context, more);
  for (let at = 0; at <= more.length; at++) {
    if (!equal(laws(at), model.next([...context, ...more.slice(0, at)])))
      return `law ${at} of a score is not that of next`;
  }
  return undefined;
};

/** Contexts with one state have the same laws, now and after anything that follows. */
const stateIsInjective: ModelLaw = ({ model, context, other, more }) => {
  if (model.state(context) !== model.state(other)) return undefined;
  for (let at = 0; at <= more.length; at++) {
    const [a, b] = [context, other].map((before) => [...before, ...more.slice(0, at)]) as [
      Token<never>[],
      Token<never>[],
    ];
    if (model.state(a) !== model.state(b)) return "one state has two successors for one token";
    if (!equal(model.next(a), model.next(b))) {
      const shown = [a, b].map((tokens) => `"${showTokens(model.tokenizer.vocabulary, tokens)}"`);
      return `one state, but different laws after ${shown.join(" and ")}`;
    }
  }
  return undefined;
};

/** The laws read no more than `order` last tokens and the position modulo `period`. */
const readsWhatItSays: ModelLaw = ({ model, context, other, more }) => {
  if (!Number.isFinite(model.order) || more.length < model.order) return undefined;
  const [a, b] = [
    [...context, ...more],
    [...other, ...more],
  ];
  if (a.length % model.period !== b.length % model.period) return undefined;
  return equal(model.next(a), model.next(b)) ? undefined : "a law reads more than its order and period";
};

export const modelLaws = { sumsToOne, scoresByNext, stateIsInjective, readsWhatItSays } as const;

export type ModelLawName = keyof typeof modelLaws;

/** Contexts for models of an arbitrary; the second often ends like the first, so that states meet. */
export function anyContextCase<V extends string>(
  models: fc.Arbitrary<LanguageModel<Rational, V>>,
): fc.Arbitrary<ContextCase<V>> {
  const ids = (maxLength: number) => fc.array(fc.nat({ max: 11 }), { maxLength });
  return fc
    .record({ model: models, before: ids(4), instead: ids(4), shared: ids(3), more: ids(3) })
    .map(({ model, before, instead, shared, more }) => {
      const { size } = model.tokenizer.vocabulary;
      const tokens = (numbers: readonly number[]) => numbers.map((n) => (n % size) as Token<V>);
      return {
        model,
        context: tokens([...before, ...shared]),
        other: tokens([...instead, ...shared]),
        more: tokens(more),
      };
    });
}
