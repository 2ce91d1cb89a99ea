import { overlap } from "../dist/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftTokens, onTarget } from "./parts/draft-tokens.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";

/** Speculative decoding on T ∪ D: both laws extended by zeros, so that tokens outside T are always rejected. */
export const union: Algorithm<Committed> = {
  id: "union",
  theorems: ["union_normalizes", "union_lossless", "union_acceptance", "union_terminates"],
  cite: ["Timor2025"],
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const context = drafterContext(world, committed);
    return (ask) => {
      const draft = draftTokens(ask, world, context);
      return verifyTokens(ask, world, committed, draft);
    };
  },
  key: (committed, world) => drafterTextState(world, committed),
  acceptance: (world) => () => {
    const prompt = promptTokens(world);
    const q = onTarget(world, world.drafter.next(drafterContext(world, prompt)));
    return overlap(world.field, world.target.next(prompt), q);
  },
};
