import { at as itemAt } from "../../core/num/at.ts";
import type { AnyAdapter } from "../process/bench.ts";
import type { CaseLaw } from "./case-evidence.ts";

/** Ranks that have an outcome of their own; the tokens behind them share the last one. */
const RANKS = 15;

/** Contexts that are remembered; when they are too many, all are forgotten and asked again as they are needed. */
const MOST_CONTEXTS = 50_000;

/** Numbers in one question and in one answer of the adapter, so that its line stays short. */
const MOST_NUMBERS = 32_768;

/** A model without a table, as its adapter's `score` tells it. */
export interface ScoredModel {
  /** The number of ids. */
  readonly tokens: number;
  /** How far the same logit may be apart in two answers. */
  readonly rounding: number;
  /** The adapter of the moment. */
  adapter(): Promise<Pick<AnyAdapter, "score">>;
  /** The name under which the adapter knows the model. */
  readonly world: string;
}

/**
 * The law that `score` gives at a temperature. A token is tested by its rank: the 15 likeliest tokens after a context,
 * and all others together, which the past fixes; so a vocabulary of any size needs 16 numbers a cell. Contexts never
 * come again in the state, since nothing is known of what the model forgets.
 */
export function scoredLaw(model: ScoredModel, temperature: number): CaseLaw {
  const known = new Map<string, Ranked>();
  const ranked = (context: readonly number[]): Ranked => {
    const found = known.get(context.join());
    if (found === undefined) throw new RangeError(`no scores after ${context.join(" ")}: prepare comes first`);
    return found;
  };
  return {
    tokens: model.tokens,
    outcomes: Math.min(model.tokens, RANKS + 1),
    rounding: model.rounding,
    state: () => "any context",
    after: (context) => ranked(context).law,
    place: (context, token) => {
      const rank = ranked(context).likeliest.indexOf(token);
      return rank < 0 ? RANKS : rank;
    },
    label: (outcome) => (outcome === RANKS ? "a token behind them" : `the token of rank ${outcome + 1}`),
    prepare: async (contexts) => {
      const all = [...new Map(contexts.map((context) => [context.join(), context])).values()];
      const missing = all.filter((context) => !known.has(context.join()));
      const full = known.size + missing.length > MOST_CONTEXTS;
      if (full) known.clear();
      const asked = full ? all : missing;
      const longest = Math.max(1, ...asked.map(({ length }) => length));
      const chunk = Math.max(1, Math.floor(MOST_NUMBERS / Math.max(model.tokens, longest)));
      for (let at = 0; at < asked.length; at += chunk) {
        const part = asked.slice(at, at + chunk);
        const rows = await scores(model, part);
        rows.forEach((row, i) => {
          known.set((part[i] as number[]).join(), rankedLaw(row, temperature, model.rounding));
        });
      }
    },
  };
}

/** Log-probabilities after contexts; logits behind the last id are padding. */
export async function scores({ adapter, world, tokens }: ScoredModel, contexts: readonly (readonly number[])[]) {
  const rows = await (await adapter()).score(world, "target", contexts as number[][]);
  return rows.map((row) => normalised(row.slice(0, tokens)));
}

const normalised = (logits: readonly number[]): number[] => {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  return logits.map((logit) => logit - largest - Math.log(total));
};

interface Ranked {
  /** The ids of the likeliest tokens, likeliest first. */
  readonly likeliest: readonly number[];
  readonly law: readonly number[];
}

const rankedLaw = (logs: readonly number[], temperature: number, rounding: number): Ranked => {
  // Ties stay in the order of their ids.
  const ids = logs.map((_, id) => id).sort((a, b) => itemAt(logs, b) - itemAt(logs, a));
  const likeliest = ids.slice(0, RANKS);
  const top = itemAt(logs, itemAt(ids, 0));
  // At temperature 0 any token may come whose logit is the largest one up to rounding.
  const weights = ids.map((id) => {
    const below = itemAt(logs, id) - top;
    return temperature === 0 ? Number(below >= -2 * rounding) : Math.exp(below / temperature);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const law = weights.slice(0, RANKS).map((weight) => weight / total);
  if (ids.length > RANKS) law.push(weights.slice(RANKS).reduce((sum, weight) => sum + weight, 0) / total);
  return { likeliest, law };
};
