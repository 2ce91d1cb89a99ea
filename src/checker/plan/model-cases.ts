import type { FileSide, WorldFile } from "../protocol/wire-world.ts";
import { type Case, makeCase, type Setting } from "./case.ts";

/** The name under which an adapter without tables has its models. */
export const MODEL = "model";

/** Names for the ids of a model without a table; its laws stand for nothing, `score` has the real ones. */
const file = (tokens: number): WorldFile => {
  const vocabulary = Array.from({ length: tokens }, (_, id) => `t${id}`);
  const side: FileSide = {
    vocabulary,
    eos: null,
    tokenizer: "longest-prefix",
    model: { kind: "markov", order: 0, rows: [{ context: [], next: { t0: "1" } }] },
  };
  return {
    format: "lossless-world/1",
    name: MODEL,
    about: "The adapter's own models",
    prompt: "t0",
    lookahead: 3,
    target: side,
    drafter: side,
  };
};

/** Rows of a batch whose prompts have different lengths: a row that reads its padding has another law. */
const RAGGED = [[0], [1, 0], [0, 1, 1], [1, 0, 1, 0, 0]];

/** A prompt that repeats itself, so that drafters that copy have drafts. */
const refrain = (tokens: number): number[] => Array.from({ length: 18 }, (_, at) => (at % 3) % tokens);

/** What is asked of models without tables: fewer cases than the gauntlet has, since every new context must be scored. */
export function modelCases(tokens: number): Case[] {
  const model = file(tokens);
  return [
    makeCase(MODEL, model, 300),
    makeCase(`${MODEL}-lookahead-1`, model, 100, { lookahead: 1 }),
    makeCase(`${MODEL}-half-temperature`, model, 100, { temperature: 0.5 }),
    makeCase(`${MODEL}-other-prompt`, model, 100, { prompts: [[1, 0]] }),
    makeCase(`${MODEL}-ragged`, model, 192, { prompts: RAGGED }),
    makeCase(`${MODEL}-refrain`, model, 640, { prompts: [refrain(tokens)], budgets: [3] }),
  ];
}

/** The one world of the exact checks. */
export function exactModelCase(tokens: number, setting: Partial<Setting>): Case {
  return makeCase(MODEL, file(tokens), 0, setting);
}
