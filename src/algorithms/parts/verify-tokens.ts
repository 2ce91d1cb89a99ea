import type { Dist } from "../../dist/dist.ts";
import { residual } from "../../dist/residual.ts";
import type { Ask } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
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
export const verifyTokens = <W>(
  ask: Ask<W>,
  { field, target }: World<W>,
  committed: Committed,
  proposal: Proposal<W>,
): Round<Committed> => {
  const p = target.score(committed, scorable(proposal)) as Dist<W, Token<"target">>[];
  const emitted: Token<"target">[] = [];
  for (const token of proposal.tokens) {
    const at = emitted.length;
    const kept =
      token !== undefined &&
      ask.flip("accept", () => keep(field, p[at] as (typeof p)[number], proposal.law(at), token));
    if (!kept) {
      emitted.push(ask.sample("residual", () => residual(field, p[at] as (typeof p)[number], proposal.law(at))));
      return { emitted, accepted: at };
    }
    emitted.push(token);
    if (token === target.tokenizer.vocabulary.eos) return { emitted, accepted: at + 1 };
  }
  const at = emitted.length;
  emitted.push(ask.sample("bonus", () => residual(field, p[at] as (typeof p)[number], proposal.law(at))));
  return { emitted, accepted: at };
};
