import { residual } from "../../law/residual.ts";
import type { Ask } from "../../program/program.ts";
import type { World } from "../../worlds/world.ts";
import type { Committed, Round } from "../algorithm.ts";
import { keep } from "./accept.ts";
import { type Proposal, scorable } from "./proposal.ts";

/**
 * Token-wise rejection sampling of a proposed word $s$ (Algorithm 5, lines 2 to 4).
 *
 * Keeps $s_i$ with probability $\min(1, p_i(s_i) / Q(s_i \mid s_{<i}))$. At the first rejection, and after the last token,
 * draws from $\mathrm{norm}(\max(p_i - Q(\cdot \mid s_{<i}), 0))$: the bonus token where nothing more could be proposed.
 */
export function verifyTokens<W>(
  ask: Ask<W>,
  { field, target }: World<W>,
  committed: Committed,
  proposal: Proposal<W>,
): Round<Committed> {
  const { eos } = target.tokenizer.vocabulary;
  const tokens = scorable(proposal);
  const p = target.score(committed, tokens);
  const correction = (at: number) => residual(field, p(at), proposal.law(at));
  for (let at = 0; at < proposal.tokens.length; at++) {
    const token = proposal.tokens[at];
    const kept = token !== undefined && ask.flip("accept", () => keep(field, p(at), proposal.law(at), token));
    if (!kept) return { emitted: [...tokens.slice(0, at), ask.sample("residual", () => correction(at))], accepted: at };
    if (token === eos) return { emitted: tokens.slice(0, at + 1), accepted: at + 1 };
  }
  const all = tokens.length;
  return { emitted: [...tokens, ask.sample("bonus", () => correction(all))], accepted: all };
}
