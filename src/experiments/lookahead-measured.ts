import { sd } from "../core/algorithms/sd.ts";
import { decide } from "../core/handlers/decide.ts";
import { dist } from "../core/law/dist.ts";
import { markov } from "../core/models/markov.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { longestPrefix } from "../core/vocab/longest-prefix.ts";
import { type Side, type Token, vocabulary } from "../core/vocab/vocabulary.ts";
import { createWorld, type World } from "../core/worlds/world.ts";
import { number, oneOf, share } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { expectedTokens } from "./measures/expected-tokens.ts";
import { tokensByFormula } from "./measures/speedup.ts";

/** Easy text (e, f) and hard text (g, h): each mood goes on with probability 1 − `change`. */
const LETTERS = ["e", "f", "g", "h"];

/** The target's law after a token, in percent: within its mood the first token is likely. */
const targetRow = (hard: boolean, change: number): number[] => {
  const stay = 100 - change;
  const [here, there] = [
    [0.75 * stay, 0.25 * stay],
    [0.5 * change, 0.5 * change],
  ] as const;
  return hard ? [...there, ...here] : [...here, ...there];
};

/** The drafter knows easy text exactly; in hard text it takes the likely token for the unlikely one. */
const drafterRow = (hard: boolean, change: number): number[] => {
  const [e, f, g, h] = targetRow(hard, change) as [number, number, number, number];
  return hard ? [e, f, h / 2.5, g + h - h / 2.5] : [e, f, g, h];
};

const model = <V extends Side>(side: V, row: (hard: boolean) => number[]) => {
  const tokens = LETTERS.map((_, at) => at as Token<V>);
  const law = (hard: boolean) =>
    dist(
      rational,
      tokens,
      row(hard).map((percent) => rational.ratio(BigInt(Math.round(percent * 1_000)), 100_000n)),
    );
  const rows = tokens.map((token) => ({ context: [token], position: 0, next: law(token >= 2) }));
  return markov(longestPrefix(vocabulary(side, LETTERS, LETTERS, null)), 1, rows);
};

const moods = (change: number, lookahead: number, prompt: string): World<Rational> =>
  createWorld({
    name: "moods",
    field: rational,
    target: model("target", (hard) => targetRow(hard, change)),
    drafter: model("drafter", (hard) => drafterRow(hard, change)),
    prompt,
    lookahead,
    candidates: 2,
  });

/** Tokens a round against lookahead, exact, in a text whose mood changes at random, beside the formula of equal chances. */
export const lookaheadMeasured = experiment({
  name: "lookahead-measured",
  question: "Where does the formula for tokens a round fail, and does that move the best lookahead?",
  seed: 1,
  // At 50 the mood of the next token is a fair coin whatever came before: acceptances are then nearly independent.
  points: grid({ change: [2, 10, 50], lookahead: [1, 2, 3, 4, 5, 6] }),
  columns: { how: oneOf("exact"), acceptance: share, tokens: number, formula: number },
  row: ({ change, lookahead }): Row => {
    // Moods are symmetric: half of all tokens stand in either.
    const half = (of: (prompt: string) => number): number => (of("e") + of("g")) / 2;
    const acceptance = half((prompt) =>
      rational.toNumber(
        decide(rational, (sd.acceptance as NonNullable<typeof sd.acceptance>)(moods(change, 1, prompt))),
      ),
    );
    const tokens = half((prompt) => rational.toNumber(expectedTokens(rational, moods(change, lookahead, prompt), sd)));
    return { how: "exact", acceptance, tokens, formula: tokensByFormula(acceptance, lookahead) };
  },
});
