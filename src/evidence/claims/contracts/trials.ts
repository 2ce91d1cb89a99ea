import type { Answer, Request } from "../../../core/decode/decoder.ts";
import { stream } from "../../../core/handlers/random.ts";
import { sampler } from "../../../core/handlers/sample.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import { showTokens, type Token } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";

/** Runs of each contract check, each with a randomness of its own. */
export const TRIALS = 16;

/** The trial numbers. */
export const trials: readonly number[] = Array.from({ length: TRIALS }, (_, trial) => trial);

/** A request at the world's prompt whose randomness is named. */
export function requestOf<W>(
  field: DecidableField<W>,
  { prompt }: World<W>,
  seed: number,
  name: string,
  budget: number,
): Request<W> {
  return { ask: sampler(field, stream(seed, name)), prompt, budget };
}

/** The answer to one request of a call. */
export function answerTo<W>(answers: readonly Answer<W>[], row = 0): Answer<W> {
  const answer = answers[row];
  if (answer === undefined) throw new Error(`no answer to request ${row + 1}`);
  return answer;
}

/** Tokens for people; what is no token of the target is written as it is. */
export function shownTokens<W>({ target }: World<W>, tokens: readonly Token<"target">[]): string {
  const { vocabulary } = target.tokenizer;
  const known = tokens.every((token) => Number.isInteger(token) && token >= 0 && token < vocabulary.size);
  return known ? `"${showTokens(vocabulary, tokens)}"` : `[${tokens.join()}]`;
}
