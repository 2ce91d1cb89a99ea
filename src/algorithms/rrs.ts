import { type Dist, lazyDist, mass } from "../dist/dist.ts";
import { overlap } from "../dist/overlap.ts";
import { residual } from "../dist/residual.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { keep } from "./parts/accept.ts";
import { promptTokens, sameTokens } from "./parts/committed.ts";
import { draftCandidates } from "./parts/draft-candidates.ts";
import { onTarget } from "./parts/draft-tokens.ts";
import { sd } from "./sd.ts";

/** Recursive rejection sampling: several drafts for one position, each verified against what the last one left over. */
export const rrs: Algorithm<Committed> = {
  ...sd,
  id: "rrs",
  theorems: ["rrs_normalizes", "rrs_lossless", "rrs_acceptance", "rrs_terminates"],
  cite: ["Miao2024"],
  round: (world, committed) => {
    const { field, target } = world;
    const context = sameTokens(world, committed);
    return (ask) => {
      const { tokens, q } = draftCandidates(ask, world, context);
      let p = target.score(committed, [])[0] as Dist<typeof field.one, Token<"target">>;
      for (const x of tokens) {
        const now = p;
        if (ask.flip("accept", () => keep(field, now, q, x))) return { emitted: [x], accepted: 1 };
        p = lazyDist(() => residual(field, now, q));
      }
      return { emitted: [ask.sample("residual", () => p)], accepted: 0 };
    };
  },
  acceptance: (world) => (ask) => {
    const { field, target, drafter, candidates } = world;
    const prompt = promptTokens(world);
    const q = onTarget(world, drafter.next(sameTokens(world, prompt)));
    let p = target.next(prompt);
    let rejected = field.one;
    for (let i = 0; i < candidates; i++) {
      const rejection = field.monus(field.one, overlap(field, p, q));
      rejected = field.mul(rejected, rejection);
      if (!ask.possible("rejection", () => rejection)) break;
      p = residual(field, p, q);
    }
    return field.monus(mass(field, target.next(prompt)), rejected);
  },
};
