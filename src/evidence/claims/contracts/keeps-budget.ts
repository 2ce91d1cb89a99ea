import type { Contract } from "./contract.ts";
import { answerTo, requestOf, shownTokens, trials } from "./trials.ts";

/** An answer has exactly its budget of tokens, or ends earlier with its only stop token, and says which. */
export const keepsBudget: Contract = (field, world, decoder, seed) => {
  const { eos } = world.target.tokenizer.vocabulary;
  for (let budget = 1; budget <= world.lookahead + 3; budget++) {
    for (const trial of trials) {
      const request = requestOf(field, world, seed, `budget/${budget}/${trial}`, budget);
      const { tokens, finish } = answerTo(decoder.open(world)([request]));
      const at = `budget ${budget}`;
      const stop = eos === null ? -1 : tokens.indexOf(eos);
      if (stop >= 0 && stop < tokens.length - 1) {
        const found = `${tokens.length - 1 - stop} token(s) after the stop token: ${shownTokens(world, tokens)}`;
        return { law: "budget", at, found, expected: "nothing after the stop token" };
      }
      if (tokens.length > budget || (stop < 0 && tokens.length < budget)) {
        return { law: "budget", at, found: `${tokens.length} tokens`, expected: `${budget}, or a stop token earlier` };
      }
      const expected = stop >= 0 ? "stop" : "length";
      if (finish !== expected) return { law: "budget", at, found: `finish "${finish}"`, expected: `"${expected}"` };
    }
  }
  return undefined;
};
