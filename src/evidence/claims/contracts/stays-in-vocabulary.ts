import type { Token } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { Contract } from "./contract.ts";
import { answerTo, requestOf, trials } from "./trials.ts";

/** Every id that is answered, or put before one of the models, is a token of that model's vocabulary. */
export const staysInVocabulary: Contract = (field, world, decoder, seed) => {
  const { target, drafter } = world;
  const strangers: string[] = [];
  const check = (side: "target" | "drafter", ids: readonly number[]): void => {
    const { size } = world[side].tokenizer.vocabulary;
    for (const id of ids) {
      if (!Number.isInteger(id) || id < 0 || id >= size) strangers.push(`the id ${id} as a token of the ${side}`);
    }
  };
  const watched: World<typeof field.zero> = {
    ...world,
    target: {
      ...target,
      score: (context, draft) => {
        check("target", [...context, ...draft]);
        return target.score(context, draft);
      },
    },
    drafter: {
      ...drafter,
      next: (context) => {
        check("drafter", context);
        return drafter.next(context as readonly Token<"drafter">[]);
      },
    },
  };
  for (const trial of trials) {
    const answers = decoder.open(watched)([requestOf(field, world, seed, `ids/${trial}`, world.lookahead + 2)]);
    check("target", answerTo(answers).tokens);
    const [found] = strangers;
    if (found !== undefined) return { law: "vocabulary", at: "the prompt", found, expected: "ids below its size" };
  }
  return undefined;
};
