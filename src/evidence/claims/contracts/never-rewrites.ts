import type { Token } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { Contract } from "./contract.ts";
import { answerTo, requestOf, shownTokens, trials } from "./trials.ts";

/**
 * Committed target ids are never rewritten: every context put before the target is T(prompt) and a beginning of the
 * answer, each longer than the last, and no model but those of the request sees them.
 */
export const neverRewrites: Contract = (field, world, decoder, seed) => {
  const { target } = world;
  const prompt = target.tokenizer.encode(world.prompt);
  for (const trial of trials) {
    const contexts: (readonly Token<"target">[])[] = [];
    const watched: World<typeof field.zero> = {
      ...world,
      target: {
        ...target,
        score: (context, draft) => {
          contexts.push(context.slice());
          return target.score(context, draft);
        },
      },
    };
    const budget = 2 * world.lookahead + 2;
    const answers = decoder.open(watched)([requestOf(field, world, seed, `ids/${trial}`, budget)]);
    const committed = [...prompt, ...answerTo(answers).tokens];
    let longest = -1;
    for (const context of contexts) {
      const kept = context.length >= prompt.length && context.every((token, at) => token === committed[at]);
      if (kept && context.length > longest) {
        longest = context.length;
        continue;
      }
      const found = `the target was asked after ${shownTokens(world, context)}`;
      const expected = `a longer and longer beginning of ${shownTokens(world, committed)}`;
      return { law: "committed ids", at: "the prompt", found, expected };
    }
  }
  return undefined;
};
