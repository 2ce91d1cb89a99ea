import { overlap } from "../core/law/overlap.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { type Token, tokensOf } from "../core/vocab/vocabulary.ts";
import type { World } from "../core/worlds/world.ts";

type Feature = (world: World<Rational>) => boolean;

/** Contexts looked at in one world: the prompt and what one more token makes of it. */
const MOST_CONTEXTS = 9;

const contextsOf = ({ target, prompt }: World<Rational>): (readonly Token<"target">[])[] => {
  const start = target.tokenizer.encode(prompt);
  const p = target.next(start);
  const { eos } = target.tokenizer.vocabulary;
  const likely = p.support.filter((token) => token !== eos && !rational.isZero(p.weight(token)));
  return [start, ...likely.map((token) => [...start, token])].slice(0, MOST_CONTEXTS);
};

/** The target's law, and the drafter's read on the target's tokens. */
const lawsAt = (world: World<Rational>, context: readonly Token<"target">[]) => {
  const { target, drafter, shared } = world;
  const q = drafter.next(shared.sameVocabulary ? world.sameTokens(context) : world.drafterContext(context));
  const drafted = (token: Token<"target">): Rational => {
    const same = shared.toDrafter(token);
    return same === undefined ? rational.zero : q.weight(same);
  };
  return { p: target.next(context), drafted };
};

const someToken = (
  world: World<Rational>,
  is: (p: Rational, q: Rational, context: readonly Token<"target">[], token: Token<"target">) => boolean,
): boolean =>
  contextsOf(world).some((context) => {
    const { p, drafted } = lawsAt(world, context);
    return tokensOf(world.target.tokenizer.vocabulary).some((token) =>
      is(p.weight(token), drafted(token), context, token),
    );
  });

/** Is the drafter's law after a context another than the target's, so that a correction is owed? */
const owes = (world: World<Rational>, context: readonly Token<"target">[]): boolean => {
  const { p, drafted } = lawsAt(world, context);
  const q = { support: p.support, weight: drafted };
  return !rational.equal(overlap(rational, p, q), rational.one);
};

/** What a world can show of an algorithm; a fault that needs one of these hides where it is missing. */
const FEATURES: Readonly<Record<string, Feature>> = {
  "a stop token": ({ target }) => target.tokenizer.vocabulary.eos !== null,
  "a target of order 2 or more": ({ target }) => target.order >= 2,
  "a period": ({ target, drafter }) => target.period > 1 || drafter.period > 1,
  "a correction owed behind a ratio below 1": (world) =>
    world.lookahead > 1 &&
    someToken(world, (p, q, context, token) => {
      const below = !rational.isZero(p) && rational.compare(p, q) < 0;
      return below && token !== world.target.tokenizer.vocabulary.eos && owes(world, [...context, token]);
    }),
  "a draft that the target never says": (world) =>
    someToken(world, (p, q) => rational.isZero(p) && !rational.isZero(q)),
  "disjoint supports": (world) =>
    contextsOf(world).some((context) => {
      const { p, drafted } = lawsAt(world, context);
      return p.support.every((token) => rational.isZero(p.weight(token)) || rational.isZero(drafted(token)));
    }),
  "a remembered prompt whose letters are not its tokens": ({ target, prompt }) =>
    target.order > 0 && target.tokenizer.encode(prompt).length < prompt.length,
  "a state: laws that depend on what was emitted": ({ target, drafter }) => target.order > 0 || drafter.order > 0,
};

/** The points of the checklist that none of these worlds has. */
export function notExercised(worlds: readonly World<Rational>[]): string[] {
  return Object.entries(FEATURES)
    .filter(([, has]) => !worlds.some(has))
    .map(([name]) => name);
}
