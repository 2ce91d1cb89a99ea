import type { Token } from "../vocab/vocabulary.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { sameTokens } from "./parts/committed.ts";
import { draftTokens } from "./parts/draft-tokens.ts";
import { scorable } from "./parts/proposal.ts";
import { sd } from "./sd.ts";

const { acceptance: _, ...sdWithoutFormula } = sd;

/**
 * Typical acceptance, a lossy control: a draft is kept whenever the target finds it likely enough, p(x) > 9/100.
 *
 * @definition With drafts and laws as in `sd`: a draft $x$ is kept iff $p(x) > 9/100$, whatever $q(x)$ is. The law of
 * one emitted token is then $q(x)\,[p(x) > 9/100] + R\,p(x)$ with $R = \sum_{y :\, p(y) \le 9/100} q(y)$, which is not
 * $p(x)$ in general.
 * @algorithm
 * 1. Draft $d_1 \dots d_n$ as `sd` does (`draft`).
 * 2. One target pass gives $p_0 \dots p_n$.
 * 3. From the left, keep $d_{i+1}$ iff $p_i(d_{i+1}) > 9/100$ (`typical`).
 * 4. At the first one not kept emit the kept drafts and a token from $p_i$ (`target`).
 * 5. All kept: emit them and a token from $p_n$ (`bonus`), or nothing more if the last is the stop token.
 * @theorem
 * - `typical_lossy`: for some p, q on two tokens, no law r for the token after a rejection gives the first token the
 *   law p. Assumes nothing: the proof takes $p = (1/2, 1/2)$ and a drafter that is sure of one token.
 * @proof proofs/Refutations.v
 * @tested properties/typical.property.ts
 * @acceptance As enumerated, $\sum_{x :\, p(x) > 9/100} q(x)$; the registry holds no formula for it.
 * @cost One target pass of at most `lookahead` + 1 answers; one drafter pass for each draft; no $\psi$.
 * @cite Cai2024: their rule keeps where $p(x) > \min(\varepsilon, \delta e^{-H(p)})$, with 0.09 and 0.3 as defaults.
 * @differs From Cai2024: no entropy term, one sequence of drafts instead of a tree, and the first token is judged like
 * the others. From engines: vLLM had a typical acceptance sampler beside the lossless one (pull request 5131).
 * @limits A negative control: it has to be refuted, and `--algorithm all` leaves it out. It claims only that its rounds
 * are laws and never empty. The threshold is part of the definition, not an option. Where p exceeds it on all that q
 * drafts, every draft passes and the drafts keep the drafter's law. One vocabulary, as `sd`.
 */
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
      const p = target.score(committed, tokens);
      const law = (at: number) => p(at);
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
