import type { Contract } from "./contract.ts";
import { answerTo, requestOf, shownTokens, trials } from "./trials.ts";

/** Reported probabilities are the target's own, one for each token; accepted proposals are at most the tokens. */
export const reportsExactly: Contract = (field, world, decoder, seed) => {
  const { target } = world;
  const prompt = target.tokenizer.encode(world.prompt);
  for (const trial of trials) {
    const answers = decoder.open(world)([requestOf(field, world, seed, `report/${trial}`, world.lookahead + 2)]);
    const answer = answerTo(answers);
    const { tokens, accepted } = answer;
    const reported = answer.probabilities();
    const breach = (at: number, found: string, expected: string) => ({
      law: "report",
      at: `after ${shownTokens(world, [...prompt, ...tokens.slice(0, at)])}`,
      found,
      expected,
    });
    if (accepted < 0 || accepted > tokens.length) {
      return breach(0, `${accepted} accepted of ${tokens.length} tokens`, "at most the tokens");
    }
    if (reported.length !== tokens.length) {
      return breach(0, `${reported.length} probabilities`, `one for each of ${tokens.length} tokens`);
    }
    for (const [at, token] of tokens.entries()) {
      const exact = target.next([...prompt, ...tokens.slice(0, at)]).weight(token);
      const said = reported[at] as typeof exact;
      if (!field.equal(exact, said)) return breach(at, `probability ${field.print(said)}`, field.print(exact));
    }
  }
  return undefined;
};
