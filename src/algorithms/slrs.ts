import { lazyDist } from "../dist/dist.ts";
import { overlap } from "../dist/overlap.ts";
import { residual } from "../dist/residual.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { keep } from "./parts/accept.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftText, firstSettled } from "./parts/draft-text.ts";
import { firstTokenLaw } from "./parts/first-token-law.ts";

/** String-level rejection sampling (SLRS): verify the first target token of the drafted text against its exact law ψ. */
export const slrs: Algorithm<Committed> = {
  id: "slrs",
  theorems: ["slrs_normalizes", "slrs_lossless", "slrs_acceptance", "slrs_terminates", "slrs_dominates"],
  cite: ["Timor2025"],
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const { field, target } = world;
    const context = drafterContext(world, committed);
    const enough = firstSettled(world);
    const psi = lazyDist(() => firstTokenLaw(world, context));
    return (ask) => {
      const text = draftText(ask, world, context, enough);
      const [t] = target.tokenizer.encode(text);
      ask.merge("proposal", () => String(t));
      const p = target.score(committed, [])[0] as typeof psi;
      if (t !== undefined && ask.flip("accept", () => keep(field, p, psi, t))) return { emitted: [t], accepted: 1 };
      return { emitted: [ask.sample("residual", () => residual(field, p, psi))], accepted: 0 };
    };
  },
  key: (committed, world) => drafterTextState(world, committed),
  acceptance: (world) => () => {
    const prompt = promptTokens(world);
    const psi = firstTokenLaw(world, drafterContext(world, prompt));
    return overlap(world.field, world.target.next(prompt), psi);
  },
};
