import type { Dist } from "../dist/dist.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { sameTokens } from "./parts/committed.ts";
import { draftTokens } from "./parts/draft-tokens.ts";
import { scorable } from "./parts/proposal.ts";
import { sd } from "./sd.ts";

const { acceptance: _, ...sdWithoutFormula } = sd;

/** Typical acceptance, a lossy control: a draft is kept whenever the target finds it likely enough, p(x) > 9/100. */
export const typical: Algorithm<Committed> = {
  ...sdWithoutFormula,
  id: "typical",
  lossless: false,
  theorems: ["typical_lossy"],
  cite: ["Cai2024"],
  round: (world, committed) => {
    const { field, target } = world;
    const context = sameTokens(world, committed);
    return (ask) => {
      const tokens = scorable(draftTokens(ask, world, context));
      const p = target.score(committed, tokens) as Dist<typeof field.one, Token<"target">>[];
      const law = (at: number) => p[at] as (typeof p)[number];
      const emitted: Token<"target">[] = [];
      for (const token of tokens) {
        const at = emitted.length;
        if (!ask.possible("typical", () => field.monus(law(at).weight(token), field.ratio(9n, 100n)))) {
          return { emitted: [...emitted, ask.sample("target", () => law(at))], accepted: at };
        }
        emitted.push(token);
        if (token === target.tokenizer.vocabulary.eos) return { emitted, accepted: at + 1 };
      }
      const at = emitted.length;
      return { emitted: [...emitted, ask.sample("bonus", () => law(at))], accepted: at };
    };
  },
};
