import { type Dist, dist } from "../law/dist.ts";
import { normalise } from "../law/normalise.ts";
import { type Field, sum } from "../num/field.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { Algorithm, Committed } from "./algorithm.ts";
import { promptTokens, sameTokens } from "./parts/committed.ts";
import { draftCandidates } from "./parts/draft-candidates.ts";
import { onTarget } from "./parts/draft-tokens.ts";
import { sd } from "./sd.ts";

type Law<W> = Dist<W, Token<"target">>;

/** $p / \rho$ with $\rho$ the number of candidates. */
const share = <W>(field: Field<W>, p: Law<W>, candidates: number, x: Token<"target">): W =>
  field.div(p.weight(x), field.ratio(BigInt(candidates), 1n));

/** $\beta = \sum_x \min(q(x), p(x)/\rho)$: the chance to keep one candidate. */
const keptOnce = <W>(field: Field<W>, p: Law<W>, q: Law<W>, candidates: number): W =>
  sum(
    field,
    p.support.map((x) => field.min(q.weight(x), share(field, p, candidates, x))),
  );

/** $\sum_{j<k} (1-\beta)^j$: the expected number of candidates looked at, which is $P_{acc} / \beta$ where $\beta > 0$. */
const lookedAt = <W>(field: Field<W>, beta: W, candidates: number): W => {
  let power = field.one;
  let total = field.zero;
  for (let j = 0; j < candidates; j++) {
    total = field.add(total, power);
    power = field.mul(power, field.monus(field.one, beta));
  }
  return total;
};

/**
 * k-SEQ: several independent drafts for one position, each kept with probability min(1, p/(ρq)), first success wins.
 *
 * @definition $k$ = `candidates` independent drafts for one position, $\rho = k$;
 * $\beta = \sum_x \min(q(x), p(x)/\rho)$ is the chance to keep one of them, $P = 1 - (1-\beta)^k$ that some is kept.
 * The residual is $\mathrm{norm}\left(p - \min(q, p/\rho)\, P/\beta\right)$ with $P/\beta = \sum_{j<k} (1-\beta)^j$.
 * @algorithm
 * 1. Draw $x_1 \dots x_k \sim q(\cdot \mid c)$ (`draft`, k times).
 * 2. One target pass: $p = p(\cdot \mid c)$.
 * 3. For $i = 1 \dots k$: with probability $\min(1, p(x_i) / (\rho\, q(x_i)))$ (`accept`) emit $x_i$ and end the round.
 * 4. None kept: emit a token from the residual (`residual`).
 * @theorem
 * - `k_seq_normalizes`: each round is a law. Assumes: p, q laws, $\rho > 0$, $P \le \rho\beta$.
 * - `k_seq_lossless`: every generation has the target's law. Assumes: p, q laws, $\rho > 0$, $P \le \rho\beta$.
 * - `k_seq_acceptance`: $P$. Assumes: p and q are laws, $\rho > 0$.
 * - `k_seq_terminates`: no round is empty; n rounds reach n tokens or a stop. Assumes nothing.
 * - `k_seq_rho_candidates`: $P \le \rho\beta$ for $\rho = k$, the choice made here. Assumes: p and q are laws, k > 0.
 * @proof proofs/Candidates.v
 * @tested properties/k-seq.property.ts
 * @acceptance $1 - (1-\beta)^k$: some candidate is kept.
 * @cost One target pass with one answer and one drafter pass a round, whatever the lookahead; no $\psi$; one token.
 * @cite Sun2023: their k-SEQ.
 * @differs From Sun2023: one position a round, and $\rho$ fixed at k, which is always valid (theirs is any $\rho \ge 1$
 * that is). A stop token is a candidate like any other. No engine's version was looked at.
 * @limits One vocabulary, as `sd`. Independent candidates from one law only. A smaller $\rho$ accepts more, but where
 * $P > \rho\beta$ the residual can have negative weights (`k_seq_rho_too_small`). With one candidate it is `sd`,
 * lookahead 1.
 */
export const kSeq: Algorithm<Committed> = {
  ...sd,
  id: "k-seq",
  theorems: ["k_seq_normalizes", "k_seq_lossless", "k_seq_acceptance", "k_seq_terminates", "k_seq_rho_candidates"],
  cite: ["Sun2023"],
  round: (world, committed) => {
    const { field, target, candidates } = world;
    const context = sameTokens(world, committed);
    return (ask) => {
      const { tokens, q } = draftCandidates(ask, world, context);
      const p = target.score(committed, [])(0);
      for (const x of tokens) {
        const chance = () => field.min(field.one, field.div(share(field, p, candidates, x), q.weight(x)));
        if (ask.flip("accept", chance)) return { emitted: [x], accepted: 1 };
      }
      const rest = () => {
        const looked = lookedAt(field, keptOnce(field, p, q, candidates), candidates);
        const weights = p.support.map((x) => {
          const kept = field.min(q.weight(x), share(field, p, candidates, x));
          return field.monus(p.weight(x), field.mul(kept, looked));
        });
        return normalise(field, dist(field, p.support, weights));
      };
      return { emitted: [ask.sample("residual", rest)], accepted: 0 };
    };
  },
  acceptance: (world) => () => {
    const { field, target, drafter, candidates } = world;
    const prompt = promptTokens(world);
    const q = onTarget(world, drafter.next(sameTokens(world, prompt)));
    const beta = keptOnce(field, target.next(prompt), q, candidates);
    return field.mul(beta, lookedAt(field, beta, candidates));
  },
};
