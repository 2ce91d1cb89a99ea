import { stream } from "../core/handlers/random.ts";
import { float64 } from "../core/num/float64.ts";
import { each, number, oneOf } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { sharedDraftLaw } from "./measures/shared-draft-law.ts";
import { wordBounds } from "./measures/word-bounds.ts";
import { families } from "./worlds/family.ts";
import { twoLetterWorld } from "./worlds/two-letter-world.ts";

/** Expected tokens of one round up to eight drafts, by sums over all words that can be proposed: one world a row. */
export const tokensByLookahead = experiment({
  name: "tokens-by-lookahead",
  question: "How many tokens does one round emit as the draft grows, and how many could it?",
  seed: 1,
  points: grid({ family: families, lookahead: [1, 2, 3, 4, 5, 6, 7, 8], world: [1, 2, 3, 4, 5, 6, 7, 8] }),
  columns: {
    how: oneOf("formula, in doubles"),
    ...each(["slem", "slrs-multi", "slrs-block", "transport", "tli", "tli-block"], number),
  },
  row: ({ family, lookahead, world: which }): Row => {
    // The same worlds at every lookahead.
    const world = twoLetterWorld(float64, family, lookahead, stream(1, `${family} world ${which}`));
    const text = wordBounds(float64, world);
    const shared = wordBounds(float64, world, (of, start) => sharedDraftLaw(float64, of, start));
    return {
      how: "formula, in doubles",
      slem: text.exactMatch,
      "slrs-multi": text.tokenwise,
      "slrs-block": text.optimum,
      transport: text.transport,
      tli: shared.tokenwise,
      "tli-block": shared.optimum,
    };
  },
});
