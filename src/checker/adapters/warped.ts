import { type Dist, dist } from "../../core/law/dist.ts";
import { type LanguageModel, scoreByNext } from "../../core/models/model.ts";
import { at } from "../../core/num/at.ts";
import { float64 } from "../../core/num/float64.ts";
import type { Token } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import { processedLaw } from "../evidence/processed-law.ts";
import type { Processors } from "../protocol/messages.ts";

/**
 * The world whose target has been processed and heated; the drafter is heated with it and cut to its likeliest tokens,
 * which no law depends on.
 */
export function warped(world: World<number>, temperature: number, processors: Processors): World<number> {
  return temperature === 1 && Object.keys(processors).length === 0
    ? world
    : {
        ...world,
        target: heat(world.target, temperature, processors),
        drafter: heat(world.drafter, temperature, {}, processors.drafterTopK),
      };
}

const heat = <V extends string>(
  model: LanguageModel<number, V>,
  temperature: number,
  processors: Processors,
  top = Number.POSITIVE_INFINITY,
): LanguageModel<number, V> => {
  const laws = new Map<string, Dist<number, Token<V>>>();
  const next = (context: readonly Token<V>[]): Dist<number, Token<V>> => {
    const state = model.state(context);
    const known = laws.get(state);
    if (known !== undefined) return known;
    const weights = processedLaw(model, temperature, processors, context, 0);
    const possible = weights.flatMap((p, token) => (p > 0 ? [token as Token<V>] : []));
    const weight = (token: Token<V>): number => at(weights, token);
    const support = possible.sort((a, b) => weight(b) - weight(a) || a - b).slice(0, top);
    const total = top < possible.length ? support.reduce((sum, token) => sum + weight(token), 0) : 1;
    const law = dist(
      float64,
      support,
      support.map((token) => weight(token) / total),
    );
    laws.set(state, law);
    return law;
  };
  return { ...model, next, score: scoreByNext(next) };
};
