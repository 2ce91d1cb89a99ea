import { type Dist, dist } from "../../dist/dist.ts";
import { type LanguageModel, scoreByNext } from "../../models/model.ts";
import { float64 } from "../../num/float64.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { processedLaw } from "../evidence/processed-law.ts";
import type { Processors } from "../protocol/messages.ts";

/** The world whose target has been processed and heated; the drafter is heated with it, which no law depends on. */
export const warped = (world: World<number>, temperature: number, processors: Processors): World<number> =>
  temperature === 1 && Object.keys(processors).length === 0
    ? world
    : {
        ...world,
        target: heat(world.target, temperature, processors),
        drafter: heat(world.drafter, temperature, {}),
      };

const heat = <V extends string>(
  model: LanguageModel<number, V>,
  temperature: number,
  processors: Processors,
): LanguageModel<number, V> => {
  const laws = new Map<string, Dist<number, Token<V>>>();
  const next = (context: readonly Token<V>[]): Dist<number, Token<V>> => {
    const state = model.state(context);
    const known = laws.get(state);
    if (known !== undefined) return known;
    const weights = processedLaw(model, temperature, processors, context, 0);
    const support = weights.flatMap((p, token) => (p > 0 ? [token as Token<V>] : []));
    const law = dist(
      float64,
      support,
      support.map((token) => weights[token] as number),
    );
    laws.set(state, law);
    return law;
  };
  return { ...model, next, score: scoreByNext(next) };
};
