import type { Algorithm, Committed } from "../../src/core/algorithms/algorithm.ts";
import { promptTokens } from "../../src/core/algorithms/parts/committed.ts";
import type { Ask } from "../../src/core/program/program.ts";
import type { Token } from "../../src/core/vocab/vocabulary.ts";
import type { World } from "../../src/core/worlds/world.ts";

/** What a round emits, for an algorithm whose state is its context. */
export type Emit = <W>(ask: Ask<W>, world: World<W>, committed: Committed) => readonly Token<"target">[];

/** An algorithm of somebody else's, in most tests a wrong one. Its key is the whole context unless `key` says less. */
export const mutant = (emit: Emit, key: (committed: Committed) => string = String): Algorithm<Committed> => ({
  id: "mutant",
  theorems: [],
  cite: [],
  stateIsContext: true,
  start: promptTokens,
  round: (world, committed) => (ask) => ({ emitted: emit(ask, world, committed) }),
  key,
});
