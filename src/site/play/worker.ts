import { rational } from "../../core/num/rational.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { parseWorld } from "../../core/worlds/parse-world.ts";
import type { Verdict } from "../../evidence/tiers/verdict.ts";
import { type Answer, answer, inWords, judge } from "./answer.ts";
import { type Choice, choices } from "./choices.ts";

// The laboratory inside the page: the same sources as the command, in a worker, so that the page never waits for them.

/** What the page asks: a world file's text, and which algorithm to show. */
export interface Question {
  readonly world: string;
  readonly algorithm: string;
}

/** What it is told: one answer about the chosen algorithm, then one row for each that fits; or why not, in words. */
export type Message =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "row"; readonly verdict: Verdict }
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "done" };

const tell = (message: Message): void => postMessage(message);

const work = ({ world: text, algorithm: id }: Question): void => {
  const world = parseWorld(rational, "world", text);
  const chosen = choices.find(({ algorithm }) => algorithm.id === id);
  const fits = ({ algorithm }: Choice): boolean => algorithm.fits?.(world) ?? true;
  if (chosen === undefined) tell({ kind: "refused", words: `there is no algorithm ${id}` });
  else if (fits(chosen)) tell({ kind: "answer", answer: answer(world, chosen.algorithm) });
  else tell({ kind: "refused", words: `${id} needs one vocabulary on both sides, with the same stop token` });
  for (const { algorithm } of choices.filter((choice) => choice.fault === "" && fits(choice))) {
    tell({ kind: "row", verdict: judge(world, algorithm) });
  }
};

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  try {
    work(data);
  } catch (error) {
    const words = error instanceof BadInput ? `found ${error.found}, expected ${error.expected}` : inWords(error);
    if (words === undefined) throw error;
    tell({ kind: "refused", words });
  }
  tell({ kind: "done" });
});
