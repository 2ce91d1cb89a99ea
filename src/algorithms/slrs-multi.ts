import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext } from "./parts/committed.ts";
import { proposeWord } from "./parts/propose-word.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";
import { slrs } from "./slrs.ts";

/** Multi-token SLRS: propose all of T(drafted text) and verify each token against its exact law given those before it. */
export const slrsMulti: Algorithm<Committed> = {
  ...slrs,
  id: "slrs-multi",
  theorems: [
    "slrs_multi_normalizes",
    "slrs_multi_lossless",
    "slrs_multi_acceptance",
    "slrs_multi_terminates",
    "slrs_multi_dominates",
  ],
  cite: [],
  round: (world, committed) => {
    const propose = proposeWord(world, drafterContext(world, committed));
    return (ask) => verifyTokens(ask, world, committed, propose(ask));
  },
};
