import { number, oneOf } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { speedup, tokensByFormula } from "./measures/speedup.ts";

/** Speed-up by lookahead, cost ratio and acceptance, if acceptances were independent and equal. */
export const speedupByFormula = experiment({
  name: "speedup-by-formula",
  question: "Which lookahead is best at which cost of the drafter, if every draft were accepted with the same chance?",
  seed: 1,
  points: grid({
    acceptance: [0.5, 0.6, 0.7, 0.8, 0.9],
    cost: [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5],
    lookahead: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16],
  }),
  columns: { how: oneOf("formula, in doubles"), tokens: number, speedup: number },
  row: ({ acceptance, cost, lookahead }): Row => {
    const tokens = tokensByFormula(acceptance, lookahead);
    return { how: "formula, in doubles", tokens, speedup: speedup(tokens, lookahead, cost) };
  },
});
