import type { Dist } from "../dist/dist.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { promptTokens } from "./parts/committed.ts";

/** Autoregressive decoding: one token of the target's law a round; the law that all others must have. */
export const autoregressive: Algorithm<Committed> = {
  id: "autoregressive",
  theorems: [
    "autoregressive_normalizes",
    "autoregressive_lossless",
    "autoregressive_acceptance",
    "autoregressive_terminates",
  ],
  cite: [],
  stateIsContext: true,
  start: promptTokens,
  round:
    ({ target }, committed) =>
    (ask) => {
      const [p] = target.score(committed, []) as [Dist<never, Token<"target">>];
      return { emitted: [ask.sample("target", () => p)], accepted: 0 };
    },
  key: () => "",
  acceptance:
    ({ field }) =>
    () =>
      field.zero,
};
