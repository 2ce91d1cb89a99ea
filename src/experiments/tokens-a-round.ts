import { algorithms } from "../core/algorithms/registry.ts";
import { rational } from "../core/num/rational.ts";
import { each, fraction, oneOf } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { expectedTokens } from "./measures/expected-tokens.ts";
import { sharedDraftLaw } from "./measures/shared-draft-law.ts";
import { wordBounds } from "./measures/word-bounds.ts";
import { families } from "./worlds/family.ts";
import { tinyWorld } from "./worlds/tiny-world.ts";

/** The algorithms compared, in the order of tables. */
export const COMPARED = [
  "union",
  "tli",
  "tli-block",
  "slem",
  "slrs",
  "slrs-multi",
  "slrs-block",
  "slrs-hybrid",
] as const;

/** Expected tokens of one round in tiny random worlds, exact: one world a row. */
export const tokensARound = experiment({
  name: "tokens-a-round",
  question: "How many tokens does one round emit, from which algorithm, in worlds small enough to enumerate?",
  seed: 1,
  points: grid({ family: families, lookahead: [1, 2, 3], world: Array.from({ length: 40 }, (_, at) => at + 1) }),
  columns: {
    how: oneOf("exact"),
    ...each([...COMPARED, "optimum", "transport"], fraction),
    ...each(["slem by formula", "slrs-multi by formula", "tli by formula", "tli-block by formula"], fraction),
  },
  row: ({ family, lookahead }, random): Row => {
    const world = tinyWorld(family, lookahead, random);
    const { exactMatch, tokenwise, optimum, transport } = wordBounds(rational, world);
    const shared = wordBounds(rational, world, (it, start) => sharedDraftLaw(rational, it, start));
    const of = COMPARED.map((id) => {
      const algorithm = algorithms.find((one) => one.id === id);
      if (algorithm === undefined) throw new Error(`no algorithm "${id}"`);
      return [id, rational.print(expectedTokens(rational, world, algorithm))];
    });
    return {
      how: "exact",
      ...Object.fromEntries(of),
      optimum: rational.print(optimum),
      transport: rational.print(transport),
      "slem by formula": rational.print(exactMatch),
      "slrs-multi by formula": rational.print(tokenwise),
      "tli by formula": rational.print(shared.tokenwise),
      "tli-block by formula": rational.print(shared.optimum),
    };
  },
});
