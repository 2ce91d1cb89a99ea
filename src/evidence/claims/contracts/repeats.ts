import type { Contract } from "./contract.ts";
import { answerTo, requestOf, shownTokens, trials } from "./trials.ts";

/** Nothing survives a call: a session that gets the same request again gives the same answer. */
export const repeats: Contract = (field, world, decoder, seed) => {
  const budget = world.lookahead + 3;
  for (const trial of trials) {
    const session = decoder.open(world);
    const call = (name: string): string =>
      shownTokens(world, answerTo(session([requestOf(field, world, seed, `${name}/${trial}`, budget)])).tokens);
    const first = call("repeated");
    call("between");
    const found = call("repeated");
    if (found !== first) return { law: "repeats", at: "a later call", found, expected: `${first}, as before` };
  }
  return undefined;
};
