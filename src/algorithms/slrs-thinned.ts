import { lazyDist } from "../dist/dist.ts";
import { thinned } from "../dist/thinned.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { keep } from "./parts/accept.ts";
import { drafterContext } from "./parts/committed.ts";
import { draftText, firstSettled } from "./parts/draft-text.ts";
import { firstTokenLaw } from "./parts/first-token-law.ts";
import { slrs } from "./slrs.ts";

/** SLRS whose correction is drawn by thinning: ψ is asked only for the token drafted and for those drawn from p. */
export const slrsThinned: Algorithm<Committed> = {
  ...slrs,
  id: "slrs-thinned",
  theorems: ["slrs_thinned_normalizes", "slrs_thinned_lossless", "slrs_thinned_acceptance", "slrs_thinned_terminates"],
  cite: ["Timor2025"],
  round: (world, committed) => {
    const { field, target } = world;
    const context = drafterContext(world, committed);
    const enough = firstSettled(world);
    const psi = lazyDist(() => firstTokenLaw(world, context));
    return (ask) => {
      const [t] = target.tokenizer.encode(draftText(ask, world, context, enough));
      ask.merge("proposal", () => String(t));
      const p = target.score(committed, [])[0] as typeof psi;
      if (t !== undefined && ask.flip("accept", () => keep(field, p, psi, t))) return { emitted: [t], accepted: 1 };
      const kept = (y: typeof t & number) => field.monus(field.one, field.div(psi.weight(y), p.weight(y)));
      return { emitted: [ask.sample("residual", () => thinned(field, p, kept))], accepted: 0 };
    };
  },
};
