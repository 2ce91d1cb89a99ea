import type { Algorithm, Committed } from "../../src/core/algorithms/algorithm.ts";
import { drafterContext } from "../../src/core/algorithms/parts/committed.ts";
import { draftShared, draftTokens, onTarget } from "../../src/core/algorithms/parts/draft-tokens.ts";
import type { Proposal } from "../../src/core/algorithms/parts/proposal.ts";
import { verifyTokens } from "../../src/core/algorithms/parts/verify-tokens.ts";
import { tli } from "../../src/core/algorithms/tli.ts";
import { union } from "../../src/core/algorithms/union.ts";
import { lazyDist, mass } from "../../src/core/law/dist.ts";
import { normalise } from "../../src/core/law/normalise.ts";
import type { Ask } from "../../src/core/program/program.ts";
import type { Token } from "../../src/core/vocab/vocabulary.ts";
import type { World } from "../../src/core/worlds/world.ts";

/** Token-wise verification of drafts that are made, or described, wrong. */
const verifying = (
  id: string,
  algorithm: Algorithm<Committed>,
  draft: <W>(ask: Ask<W>, world: World<W>, context: readonly Token<"drafter">[]) => Proposal<W>,
): Algorithm<Committed> => ({
  ...algorithm,
  id,
  round: (world, committed) => (ask) =>
    verifyTokens(ask, world, committed, draft(ask, world, drafterContext(world, committed))),
});

/** TLI's drafts, verified as if they had been drawn from q. */
export const verifiesWithQ = verifying("drafts from q', verifies with q", tli, (ask, world, context) => {
  const right = draftShared(world, context)(ask);
  const law = (at: number) => {
    const before = right.tokens.slice(0, at).map((token) => world.shared.toDrafter(token as Token<"target">));
    return onTarget(world, world.drafter.next([...context, ...(before as Token<"drafter">[])]));
  };
  return { ...right, law: (at) => (at < right.tokens.length ? law(at) : right.law(at)) };
});

/** The union's drafts, verified as if they had been drawn from q'. */
export const verifiesWithShared = verifying("drafts from q, verifies with q'", union, (ask, world, context) => {
  const right = draftTokens(ask, world, context);
  const shared = right.tokens.map((_, at) => {
    const q = right.law(at);
    return ask.possible("shared mass", () => mass(world.field, q)) ? lazyDist(() => normalise(world.field, q)) : q;
  });
  return { ...right, law: (at) => shared[at] ?? right.law(at) };
});

/** Unknown tokens are left out of the block, and what came after them is verified. */
export const skipsUnknown = verifying("tokens outside T are skipped", union, (ask, world, context) => {
  const { tokens, law } = draftTokens(ask, world, context);
  const known = tokens.flatMap((token, at) => (token === undefined ? [] : [at]));
  return { tokens: known.map((at) => tokens[at]), law: (at) => law(known[at] ?? tokens.length) };
});
