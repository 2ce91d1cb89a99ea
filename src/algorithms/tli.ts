import { mass } from "../dist/dist.ts";
import { normalise } from "../dist/normalise.ts";
import { overlap } from "../dist/overlap.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftShared, onTarget } from "./parts/draft-tokens.ts";
import { verifyTokens } from "./parts/verify-tokens.ts";

/** Token-level intersection (TLI): the drafter is conditioned on T ∩ D, then verified token by token. */
export const tli: Algorithm<Committed> = {
  id: "tli",
  theorems: ["tli_normalizes", "tli_lossless", "tli_acceptance", "tli_terminates", "tli_dominates"],
  cite: ["Timor2025"],
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const draft = draftShared(world, drafterContext(world, committed));
    return (ask) => verifyTokens(ask, world, committed, draft(ask));
  },
  key: (committed, world) => drafterTextState(world, committed),
  acceptance: (world) => (ask) => {
    const { field, target, drafter } = world;
    const prompt = promptTokens(world);
    const q = onTarget(world, drafter.next(drafterContext(world, prompt)));
    if (!ask.possible("shared mass", () => mass(field, q))) return field.zero;
    return overlap(field, target.next(prompt), normalise(field, q));
  },
};
