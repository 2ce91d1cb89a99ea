import { type Fields, isCount } from "./fields.ts";
import { MOST_PASSES, MOST_SEQUENCES, type Rounds, type Samples } from "./messages.ts";

/** Reads sequences, and refuses counts of rounds and passes that cannot be; ids are judged elsewhere. */
export function readSamples(at: Fields): Samples {
  const tokens = at.list("tokens");
  if (!tokens.every((row) => Array.isArray(row))) at.refuse("tokens", "a list of lists");
  const rounds = at.has("rounds") ? at.list("rounds") : undefined;
  if (rounds !== undefined && !(rounds.length === tokens.length && rounds.every(isRounds)))
    at.refuse("rounds", "[proposed, accepted] for each round of each sequence");
  if (rounds?.some((of, row) => accepted(of as Rounds) > (tokens[row] as unknown[]).length))
    at.refuse("rounds", "possible: more tokens accepted than emitted");
  const calls = at.has("calls") ? at.list("calls") : undefined;
  const most = MOST_PASSES * tokens.length;
  if (calls !== undefined && !(calls.length === 2 && calls.every((passes) => isCount(passes, most))))
    at.refuse("calls", `[target, drafter], each a whole number up to ${most}`);
  return {
    type: "samples",
    run: at.text("run"),
    first: at.whole("first", { most: MOST_SEQUENCES }),
    tokens: tokens as unknown[][],
    ...(rounds === undefined ? {} : { rounds: rounds as Rounds[] }),
    ...(calls === undefined ? {} : { calls: calls as [number, number] }),
  };
}

const isRounds = (value: unknown): boolean => Array.isArray(value) && value.every(isRound);

/** No more is accepted than was proposed. */
const isRound = (pair: unknown): boolean =>
  Array.isArray(pair) && pair.length === 2 && isCount(pair[0]) && isCount(pair[1], pair[0]);

const accepted = (rounds: Rounds): number => rounds.reduce((sum, [, kept]) => sum + kept, 0);
