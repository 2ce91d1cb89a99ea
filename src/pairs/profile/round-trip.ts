import { spell } from "../../core/vocab/vocabulary.ts";
import type { OpenTokenizer } from "../tokenizer-files/open-tokenizer.ts";
import { textTokens } from "./vocabulary-profile.ts";

/** Is encode ∘ decode the identity? Asked of single tokens with text. */
export interface RoundTrip {
  readonly tested: number;
  /** Of how many tokens with text. */
  readonly of: number;
  /** encode(text of t) is t and nothing else. */
  readonly sameToken: number;
  /** encode(text of t) spells the text of t, perhaps with other tokens. */
  readonly sameText: number;
}

/** Above this many tokens, evenly spaced ones stand for all: a library call takes tens of microseconds. */
const MOST_TESTED = 10_000;

/** Sends tokens to text and back. */
export function roundTrip<V extends string>(open: OpenTokenizer<V>): RoundTrip {
  const { vocabulary } = open;
  const all = textTokens(vocabulary);
  const step = Math.ceil(all.length / MOST_TESTED);
  const tokenizer = open.tokenizer();
  const tested = all.filter((_, at) => at % step === 0);
  let sameToken = 0;
  let sameText = 0;
  for (const token of tested) {
    const text = vocabulary.text(token);
    const back = tokenizer.encode(text);
    if (back.length === 1 && back[0] === token) sameToken++;
    if (spell(vocabulary, back) === text) sameText++;
  }
  return { tested: tested.length, of: all.length, sameToken, sameText };
}
