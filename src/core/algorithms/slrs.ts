import { lazyDist } from "../law/dist.ts";
import { overlap } from "../law/overlap.ts";
import { residual } from "../law/residual.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { keep } from "./parts/accept.ts";
import { drafterContext, drafterTextState, promptTokens } from "./parts/committed.ts";
import { draftText, firstSettled } from "./parts/draft-text.ts";
import { firstTokenLaw } from "./parts/first-token-law.ts";

/**
 * String-level rejection sampling (SLRS): verify the first target token of the drafted text against its exact law ψ.
 *
 * @definition $\psi(x)$ is the probability that $T(\text{drafted text})$ begins with $x$, over exactly the drafting
 * done below; what is missing to 1 proposes nothing. The residual is $\mathrm{norm}(\max(p - \psi, 0))$.
 * @algorithm
 * 1. The drafter reads D(text of the committed tokens). Draw $d_1, d_2, \dots \sim q$ (`draft`) until `lookahead`, the
 *    stop token, or the first target token can no longer change.
 * 2. $t$ is the first token of $T(\text{drafted text})$; there may be none.
 * 3. One target pass: $p = p(\cdot \mid c)$.
 * 4. With probability $\min(1, p(t) / \psi(t))$ (`accept`) emit $t$.
 * 5. Otherwise, and where there is no $t$, emit a token from the residual (`residual`).
 * @theorem
 * - `slrs_normalizes`: each round is a law. Assumes: p and drafting have laws.
 * - `slrs_lossless`: every generation has the target's law, for any drafting and any map from drafts to a token or
 *   none. Assumes: p and drafting have laws, $\psi$ is the exact push-forward of that map.
 * - `slrs_acceptance`: $\sum_x \min(p(x), \psi(x))$. Assumes: the same.
 * - `slrs_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `slrs_dominates`: accepts at least as often as `slem` with the same drafts. Assumes: p and drafting have laws.
 * @proof proofs/Strings.v
 * @tested properties/slrs.property.ts
 * @acceptance $\sum_{x \in T} \min(p(x), \psi(x))$
 * @cost One target pass with one answer; one drafter pass for each draft, and for $\psi$ one for each text on the way
 * to a first token and each drafter state met there: few if that state is short, exponential in token length if it is
 * the history.
 * @cite Timor2025: their Algorithm 3 and Theorem 3.2.
 * @differs From Algorithm 3 of Timor2025: no proposal is a rejection, not a draw from p, which is lossy; $\psi$ counts
 * stopped drafts only, each once; drafting ends where no continuation could change the first token (the condition
 * printed compares with tokens not drawn yet). From engines: no engine that we know of has it.
 * @limits One token a round. Counting the segmentations that spell t exactly is another function and lossy
 * (`segmentation_psi_is_lossy`). More drafts may lower acceptance. The stop token comes from the residual only.
 */
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
      const p = target.score(committed, [])(0);
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
