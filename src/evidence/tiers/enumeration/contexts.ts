import type { Algorithm, Round } from "../../../core/algorithms/algorithm.ts";
import { advance, begin, oneRound, type Position } from "../../../core/decode/position.ts";
import { type Budget, BudgetExceeded } from "../../../core/handlers/budget.ts";
import { roundKey } from "../../../core/handlers/generation-law.ts";
import { lawOf, type Outcome } from "../../../core/handlers/law-of.ts";
import { MissingRow } from "../../../core/models/missing-row.ts";
import { at } from "../../../core/num/at.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";

/** One class of contexts that a round can start from, with the exact law of that round. */
export interface ContextClass<W, S> {
  readonly position: Position<S>;
  /** Fewest tokens after the prompt at which the class is met. */
  readonly depth: number;
  readonly rounds: readonly Outcome<W, Round<S>>[];
}

/** All classes up to a horizon; the horizon is undefined when they closed: then they cover every horizon. */
export interface Contexts<W, S> {
  readonly classes: readonly ContextClass<W, S>[];
  readonly horizon: number | undefined;
  readonly paths: number;
}

/** When to stop following contexts that do not close. */
export interface Limits extends Budget {
  /** Classes followed when both models have finite memory. */
  readonly contexts: number;
  /** Classes followed when a model may depend on its whole history, or a text may stay unsettled for ever. */
  readonly unboundedContexts: number;
}

/** The law of the round from a position, and how many paths it took. */
export type LawAt<W, S> = (
  position: Position<S>,
  budget: Budget,
) => { readonly rounds: readonly Outcome<W, Round<S>>[]; readonly paths: number };

/**
 * Large enough that every built-in world closes.
 *
 * @example
 * const few = { ...defaultLimits, paths: 10 };
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, b 1/2", lookahead: 4 });
 * (await verify(algorithmOf("sd"), coins, { limits: few })).verdict; // → "unknown"
 */
export const defaultLimits: Limits = { paths: 20_000_000, states: 1_000_000, contexts: 10_000, unboundedContexts: 300 };

/**
 * Every class of contexts that a round can start from with positive probability, nearest to the prompt first.
 *
 * A class is the target model's state, the algorithm's own state, and the positions modulo the periods that both names
 * contain. Losslessness of the round at every class of depth less than n makes the first n tokens lossless.
 */
export function contextClasses<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  limits: Limits = defaultLimits,
  lawAt: LawAt<W, S> = trustedLaw(field, world, algorithm),
): Contexts<W, S> {
  const { target, drafter } = world;
  const unbounded = !Number.isFinite(target.order) || !Number.isFinite(drafter.order);
  const growing = drafter.tokenizer.pendingGrows && (drafter.order > 0 || drafter.period > 1);
  const limit = unbounded || growing ? limits.unboundedContexts : limits.contexts;
  const name = className(world, algorithm);

  const start = begin(world, algorithm);
  const byDepth: Map<string, Position<S>>[] = [new Map([[name(start), start]])];
  const seen = new Set<string>();
  const classes: ContextClass<W, S>[] = [];
  let paths = 0;

  // Deeper maps are added on the way.
  for (const [depth, positions] of byDepth.entries()) {
    for (const [key, position] of positions) {
      if (seen.has(key)) continue;
      if (classes.length >= limit) return cutAt(classes, depth, paths);
      seen.add(key);
      let rounds: readonly Outcome<W, Round<S>>[];
      try {
        const law = lawAt(position, { paths: limits.paths - paths, states: limits.states });
        paths += law.paths;
        rounds = law.rounds;
      } catch (error) {
        const beyond = error instanceof BudgetExceeded || (unbounded && error instanceof MissingRow);
        if (beyond && depth > 0) return cutAt(classes, depth, paths);
        throw error;
      }
      classes.push({ position, depth, rounds });
      for (const { value } of rounds) {
        const after = advance(world, algorithm, position, value);
        if (after.stopped) continue;
        const reached = after.context.length - start.context.length;
        while (byDepth.length <= reached) byDepth.push(new Map());
        const there = at(byDepth, reached);
        const afterKey = name(after);
        if (!seen.has(afterKey) && !there.has(afterKey)) there.set(afterKey, after);
      }
    }
  }
  const deepest = Math.max(...classes.map(({ depth }) => depth)) + 1;
  return { classes, horizon: unbounded ? deepest : undefined, paths };
}

/** Names the class of a position. */
export function className<W, S>(world: World<W>, algorithm: Algorithm<S>): (position: Position<S>) => string {
  return ({ context, state }) => `${world.target.state(context)}|${algorithm.key(state, world)}`;
}

/** The round's law, of an algorithm whose code is believed. */
function trustedLaw<W, S>(field: DecidableField<W>, world: World<W>, algorithm: Algorithm<S>): LawAt<W, S> {
  return (position, budget) => {
    const round = oneRound(world, algorithm, position);
    const { outcomes, paths } = lawOf(field, round, (result) => roundKey(world, algorithm, result), { budget });
    return { rounds: [...outcomes.values()], paths };
  };
}

/** The classes that are complete below `horizon`. */
const cutAt = <W, S>(classes: readonly ContextClass<W, S>[], horizon: number, paths: number): Contexts<W, S> => ({
  classes: classes.filter(({ depth }) => depth < horizon),
  horizon,
  paths,
});
