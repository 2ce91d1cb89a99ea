import { overlap } from "../dist/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { promptTokens, sameTokens } from "./parts/committed.ts";
import { draftTokens, onTarget } from "./parts/draft-tokens.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";

/** Speculative decoding with one vocabulary: draft tokens, keep each with probability min(1, p/q), else correct. */
export const sd: Algorithm<Committed> = {
  id: "sd",
  theorems: ["sd_normalizes", "sd_lossless", "sd_acceptance", "sd_terminates", "sd_expected_length"],
  cite: ["Leviathan2023", "Chen2023"],
  fits: ({ shared }) => shared.sameVocabulary,
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const context = sameTokens(world, committed);
    return (ask) => {
      const draft = draftTokens(ask, world, context);
      return verifyTokens(ask, world, committed, draft);
    };
  },
  key: (committed, world) => world.drafter.state(sameTokens(world, committed)),
  acceptance: (world) => () => {
    const prompt = promptTokens(world);
    const q = onTarget(world, world.drafter.next(sameTokens(world, prompt)));
    return overlap(world.field, world.target.next(prompt), q);
  },
};
