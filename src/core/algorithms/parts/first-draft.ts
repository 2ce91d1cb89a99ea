import { lazyDist } from "../../law/dist.ts";
import { restrict } from "../../law/restrict.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";

/** The same world, in which only the drafts survive whose first token, drawn after `start`, is one of those kept. */
export function withFirstDraft<W>(
  world: World<W>,
  start: readonly Token<"drafter">[],
  kept: (d: Token<"drafter">) => boolean,
): World<W> {
  const { field, drafter } = world;
  const first = lazyDist(() => restrict(field, drafter.next(start), kept));
  const next: typeof drafter.next = (context) => (context.length === start.length ? first : drafter.next(context));
  return { ...world, drafter: { ...drafter, next } };
}
