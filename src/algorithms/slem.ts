import type { Dist } from "../dist/dist.ts";
import { sum } from "../num/field.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftText, never } from "./parts/draft-text.ts";
import { firstTokenLaw } from "./parts/first-token-law.ts";

/** String-level exact match (SLEM): tokenise the drafted text for the target and keep the run that its own draws repeat. */
export const slem: Algorithm<Committed> = {
  id: "slem",
  theorems: ["slem_normalizes", "slem_lossless", "slem_acceptance", "slem_terminates"],
  cite: ["Timor2025"],
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => {
    const { target } = world;
    const context = drafterContext(world, committed);
    return (ask) => {
      const text = draftText(ask, world, context, never);
      const t = target.tokenizer.encode(text);
      ask.merge("proposal", () => t.join());
      const p = target.score(committed, t);
      const emitted: Token<"target">[] = [];
      for (;;) {
        const at = emitted.length;
        const drawn = ask.sample("target", () => p[at] as Dist<never, Token<"target">>);
        emitted.push(drawn);
        if (drawn !== t[at]) return { emitted, accepted: at };
      }
    };
  },
  key: (committed, world) => drafterTextState(world, committed),
  acceptance: (world) => () => {
    const { field, target } = world;
    const prompt = promptTokens(world);
    const p = target.next(prompt);
    const psi = firstTokenLaw(world, drafterContext(world, prompt));
    return sum(
      field,
      psi.support.map((t) => field.mul(p.weight(t), psi.weight(t))),
    );
  },
};
