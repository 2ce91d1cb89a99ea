import type { Dist } from "../../dist/dist.ts";
import { residual } from "../../dist/residual.ts";
import type { Ask } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import type { Committed, Round } from "../algorithm.ts";
import { keep } from "./accept.ts";
import { type Draft, onTarget } from "./draft-tokens.ts";

/** The drafted tokens as far as the target knows them: nothing after an unknown one can be reached. */
export const scorable = <W>(drafts: readonly Draft<W>[]): Token<"target">[] => {
  const tokens: Token<"target">[] = [];
  for (const { token } of drafts) {
    if (token === undefined) break;
    tokens.push(token);
  }
  return tokens;
};

/**
 * Token-wise rejection sampling of a block of drafts (Algorithm 5, lines 2 to 4): keep each draft with probability
 * $\min(1, p/q)$; at the first rejection draw from $\mathrm{norm}(\max(p - q, 0))$; after the last draft draw from $p$.
 */
export const verifyTokens = <W>(
  ask: Ask<W>,
  world: World<W>,
  committed: Committed,
  drafts: readonly Draft<W>[],
): Round<Committed> => {
  const { field, target } = world;
  type P = Dist<W, Token<"target">>;
  const p = target.score(committed, scorable(drafts));
  const emitted: Token<"target">[] = [];
  for (const { token, law } of drafts) {
    const at = emitted.length;
    if (token === undefined || !ask.flip("accept", () => keep(field, p[at] as P, onTarget(world, law), token))) {
      emitted.push(ask.sample("residual", () => residual(field, p[at] as P, onTarget(world, law))));
      return { emitted, accepted: at };
    }
    emitted.push(token);
    if (token === target.tokenizer.vocabulary.eos) return { emitted, accepted: at + 1 };
  }
  emitted.push(ask.sample("bonus", () => p[drafts.length] as P));
  return { emitted, accepted: drafts.length };
};
