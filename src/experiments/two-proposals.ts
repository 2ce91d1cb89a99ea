import { algorithms } from "../core/algorithms/registry.ts";
import { decide } from "../core/handlers/decide.ts";
import { stream } from "../core/handlers/random.ts";
import { rational } from "../core/num/rational.ts";
import { each, fraction, oneOf } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { pairBound } from "./measures/pair-bound.ts";
import { families } from "./worlds/family.ts";
import { tinyWorld } from "./worlds/tiny-world.ts";

/** The algorithms whose first position is compared. */
export const FIRST_POSITION = ["union", "tli", "slem", "slrs", "slrs-hybrid", "slrs-pair"] as const;

/** How often a round keeps a proposal for its first position, with one proposal and with two from one draft; exact. */
export const twoProposals = experiment({
  name: "two-proposals",
  question: "What do two proposals from one draft add for the first position, and what could they?",
  seed: 1,
  points: grid({
    family: families,
    lookahead: [1, 2, 3, 4, 5, 6, 7, 8],
    world: Array.from({ length: 24 }, (_, at) => at + 1),
  }),
  columns: { how: oneOf("exact"), ...each([...FIRST_POSITION, "transport"], fraction) },
  row: ({ family, lookahead, world: which }): Row => {
    // The same worlds at every lookahead.
    const world = tinyWorld(family, lookahead, stream(1, `${family} world ${which}`));
    const of = FIRST_POSITION.map((id) => {
      const acceptance = algorithms.find((one) => one.id === id)?.acceptance;
      if (acceptance === undefined) throw new Error(`no acceptance of "${id}"`);
      return [id, rational.print(decide(rational, acceptance(world)))];
    });
    return { how: "exact", ...Object.fromEntries(of), transport: rational.print(pairBound(world)) };
  },
});
