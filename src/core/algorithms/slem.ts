import { sum } from "../num/field.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftText, never } from "./parts/draft-text.ts";
import { firstTokenLaw } from "./parts/first-token-law.ts";

/**
 * String-level exact match (SLEM): tokenise the drafted text for the target and keep the run that its own draws repeat.
 *
 * @definition $t = T(d_1 \oplus \dots \oplus d_n)$, the target's tokens of the drafted text as far as it can be spelt,
 * and $\psi(x)$ the probability that $t$ begins with $x$. Emitted: the target's own draws up to the first that differs
 * from $t$.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). Draw $d_1, d_2, \dots \sim q$ (`draft`) until `lookahead` or
 *    the stop.
 * 2. $t_1 \dots t_m = T(\text{drafted text})$; m may be 0.
 * 3. One target pass gives $p_0 \dots p_m$, with $p_i = p(\cdot \mid c\, t_1 \dots t_i)$.
 * 4. For $i = 0, 1, \dots$ draw $y \sim p_i$ (`target`) and emit it; end the round where $y \ne t_{i+1}$ or $i = m$.
 * @theorem
 * - `slem_normalizes`: each round is a law. Assumes: p and drafting have laws.
 * - `slem_lossless`: every generation has the target's law, whatever the retokeniser. Assumes: p and drafting have
 *   laws.
 * - `slem_acceptance`: $\sum_x p(x)\,\psi(x)$. Assumes: p is a law.
 * - `slem_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * @proof proofs/Strings.v
 * @tested properties/slem.property.ts
 * @acceptance $\sum_{x \in T} p(x)\,\psi(x)$
 * @cost One target pass of m + 1 answers; one drafter pass for each draft; $\psi$ is needed by the formula only.
 * @cite Timor2025: their Algorithm 2.
 * @differs From Algorithm 2 of Timor2025: with all m matched the last draw is the bonus; text that T cannot spell ends
 * the proposal instead of being excluded; the drafter's stop token ends the draft and spells nothing. From engines:
 * Hugging Face transformers takes this way only without sampling (pull request 33383); it retokenises a window of the
 * last tokens and aligns it with the committed ids, where here the drafted text is tokenised alone. The proposals
 * differ, and with them the acceptance, not the law.
 * @limits Committed ids are never rewritten by a round trip through text. Stop tokens are never proposed, only drawn.
 * The text is tokenised without what stands before it and cut off where drafting ends: this costs acceptance, not the
 * law.
 */
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
        const drawn = ask.sample("target", () => p(at));
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
