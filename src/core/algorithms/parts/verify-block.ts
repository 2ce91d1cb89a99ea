import { type Dist, dist, mass } from "../../law/dist.ts";
import { normalise } from "../../law/normalise.ts";
import { at as itemAt } from "../../num/at.ts";
import type { Ask } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import type { Committed, Round } from "../algorithm.ts";
import { type Proposal, scorable } from "./proposal.ts";

/**
 * Joint verification of a proposed word $s$ (block verification, Sun et al. 2024, for sub-laws).
 *
 * $w_0 = 1$, $w_i = \min(1, w_{i-1}\, p_{i-1}(s_i) / Q(s_i \mid s_{<i}))$ is the mass still owed on the prefix of length
 * $i$. From the longest prefix down: with $e_i(x) = \max(w_i p_i(x) - Q(x \mid s_{\le i}), 0)$ and $S_i = \sum_x e_i(x)$, stop
 * there with probability $S_i / (S_i + 1 - w_i)$ and draw the next token from $e_i / S_i$. Where nothing more can be
 * proposed after the whole word this is the textbook's $h = w$ and bonus from $p$.
 */
export function verifyBlock<W>(
  ask: Ask<W>,
  { field, target }: World<W>,
  committed: Committed,
  proposal: Proposal<W>,
): Round<Committed> {
  const tokens = scorable(proposal);
  const p = target.score(committed, tokens);
  const law = (at: number) => p(at);
  const owed = (at: number): W => {
    let w = field.one;
    for (let i = 0; i < at; i++) {
      const token = itemAt(tokens, i);
      w = field.min(field.one, field.div(field.mul(w, law(i).weight(token)), proposal.law(i).weight(token)));
    }
    return w;
  };
  const excess = (at: number): Dist<W, Token<"target">> => {
    const w = owed(at);
    const q = proposal.law(at);
    const { support } = law(at);
    const weights = support.map((x) => field.monus(field.mul(w, law(at).weight(x)), q.weight(x)));
    return dist(field, support, weights);
  };
  const stop = (at: number): W => {
    const s = mass(field, excess(at));
    return field.div(s, field.add(s, field.monus(field.one, owed(at))));
  };
  for (let at = tokens.length; at > 0; at--) {
    const emitted = tokens.slice(0, at);
    if (emitted.at(-1) === target.tokenizer.vocabulary.eos) {
      if (ask.flip("accept", () => owed(at))) return { emitted, accepted: at };
    } else if (ask.flip("accept", () => stop(at))) {
      return { emitted: [...emitted, ask.sample("residual", () => normalise(field, excess(at)))], accepted: at };
    }
  }
  return { emitted: [ask.sample("residual", () => normalise(field, excess(0)))], accepted: 0 };
}
