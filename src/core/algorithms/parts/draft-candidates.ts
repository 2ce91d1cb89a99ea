import type { Dist } from "../../law/dist.ts";
import type { Ask } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { onTarget } from "./draft-tokens.ts";

/** Draws `candidates` independent tokens for one position from one drafter law, on one vocabulary. */
export function draftCandidates<W>(
  ask: Ask<W>,
  world: World<W>,
  context: readonly Token<"drafter">[],
): { tokens: Token<"target">[]; q: Dist<W, Token<"target">> } {
  const { drafter, shared, candidates } = world;
  const law = drafter.next(context);
  const draw = () => shared.toTarget(ask.sample("draft", () => law)) as Token<"target">;
  return { tokens: Array.from({ length: candidates }, draw), q: onTarget(world, law) };
}
