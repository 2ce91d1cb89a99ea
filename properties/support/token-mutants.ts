import type { Algorithm, Committed } from "../../src/algorithms/algorithm.ts";
import { drafterContext } from "../../src/algorithms/parts/committed.ts";
import { type Draft, draftShared, draftTokens } from "../../src/algorithms/parts/draft-tokens.ts";
import { verifyTokens } from "../../src/algorithms/parts/verify-tokens.ts";
import { tli } from "../../src/algorithms/tli.ts";
import { union } from "../../src/algorithms/union.ts";
import { lazyDist } from "../../src/dist/dist.ts";
import { normalise } from "../../src/dist/normalise.ts";
import { restrict } from "../../src/dist/restrict.ts";
import type { Ask } from "../../src/program/program.ts";
import type { Token } from "../../src/vocab/vocabulary.ts";
import type { World } from "../../src/worlds/world.ts";

/** Token-wise verification of drafts that are made, or described, wrong. */
const verifying = (
  id: string,
  algorithm: Algorithm<Committed>,
  draft: <W>(ask: Ask<W>, world: World<W>, context: readonly Token<"drafter">[]) => Draft<W>[],
): Algorithm<Committed> => ({
  ...algorithm,
  id,
  round: (world, committed) => (ask) =>
    verifyTokens(ask, world, committed, draft(ask, world, drafterContext(world, committed))),
});

/** TLI's drafts, verified as if they had been drawn from q. */
export const verifiesWithQ = verifying("drafts from q', verifies with q", tli, (ask, world, context) => {
  const drafts = draftShared(ask, world, context);
  const read = context.slice();
  return drafts.map((draft): (typeof drafts)[number] => {
    const before = read.slice();
    read.push(world.shared.toDrafter(draft.token as Token<"target">) as Token<"drafter">);
    return { ...draft, law: lazyDist(() => world.drafter.next(before)) };
  });
});

/** The union's drafts, verified as if they had been drawn from q'. */
export const verifiesWithShared = verifying("drafts from q, verifies with q'", union, (ask, world, context) =>
  draftTokens(ask, world, context).map(({ token, law }) => ({
    token,
    law: lazyDist(() =>
      normalise(
        world.field,
        restrict(world.field, law, (d) => token === undefined || world.shared.toTarget(d) !== undefined),
      ),
    ),
  })),
);

/** Unknown tokens are left out of the block, and what came after them is verified. */
export const skipsUnknown = verifying("tokens outside T are skipped", union, (ask, world, context) =>
  draftTokens(ask, world, context).filter(({ token }) => token !== undefined),
);
