import type { LanguageModel } from "../models/model.ts";
import { createWorld, type World } from "../worlds/world.ts";

/** Forward passes since the counts were made. */
export interface Counts {
  targetPasses: number;
  drafterPasses: number;
}

/**
 * The same world with both models counting: one `score` or `next` is one forward pass.
 *
 * @example
 * const { world: counting, counts } = counted(world({ target: "a 1", drafter: "a 1", lookahead: 3 }));
 * sample(rational, generate(counting, algorithmOf("sd"), 4), stream(1, "mine"));
 * counts; // → { targetPasses: 1, drafterPasses: 3 }
 */
export function counted<W>(world: World<W>): { world: World<W>; counts: Counts } {
  const counts: Counts = { targetPasses: 0, drafterPasses: 0 };
  const counting = <V extends string>(model: LanguageModel<W, V>, count: () => void): LanguageModel<W, V> => ({
    ...model,
    next: (context) => {
      count();
      return model.next(context);
    },
    score: (context, draft) => {
      count();
      return model.score(context, draft);
    },
  });
  return {
    counts,
    world: createWorld({
      ...world,
      target: counting(world.target, () => counts.targetPasses++),
      drafter: counting(world.drafter, () => counts.drafterPasses++),
    }),
  };
}
