import type { Token } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import type { Processors } from "../protocol/messages.ts";
import type { CaseLaw } from "./case-evidence.ts";
import { processedLaw } from "./processed-law.ts";

/** The law of a world's target under a temperature and processors, from its exact table. */
export function tableLaw({ target }: World<number>, temperature: number, processors: Processors): CaseLaw {
  const laws = new Map<string, readonly number[]>();
  const state = (context: readonly number[]): string => target.state(context as readonly Token<"target">[]);
  const { vocabulary } = target.tokenizer;
  return {
    tokens: vocabulary.size,
    outcomes: vocabulary.size,
    place: (_, token) => token,
    label: (outcome) => vocabulary.label(outcome as Token<"target">),
    rounding: 0,
    state,
    after: (context, promptLength) => {
      // A presence penalty depends on all that was emitted.
      if (processors.presence !== undefined)
        return processedLaw(target, temperature, processors, context, promptLength);
      const name = state(context);
      const known = laws.get(name);
      if (known !== undefined) return known;
      const law = processedLaw(target, temperature, processors, context, promptLength);
      laws.set(name, law);
      return law;
    },
  };
}
