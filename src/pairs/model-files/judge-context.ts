import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { suspendedWorld } from "../../core/handlers/generate-suspended.ts";
import { inFractions } from "../../core/models/whole-law.ts";
import { cancelling } from "../../evidence/tiers/models/cancelling.ts";
import { roundLossless } from "../../evidence/tiers/models/round-lossless.ts";
import type { ModelChoice } from "./model-choice.ts";
import { type OpenPair, readPrompt } from "./open-pair.ts";

/** A round of a full vocabulary of thousands has some millions of paths. */
const MOST_PATHS = 200_000_000;

/** Judges algorithms at one context: on the exact laws of one round, or by samples. */
export function judgeAt(pair: OpenPair, { sampling }: ModelChoice, prompt: string, name: string, lookahead: number) {
  const { text } = readPrompt(pair.target, prompt);
  const named = `${pair.target.name}/${pair.drafter.name}: ${name}`;
  // Laws stay remembered from one algorithm to the next: they are the same.
  const { world: exact } = suspendedWorld({
    name: named,
    field: cancelling,
    target: pair.target.laws(cancelling, sampling, false, inFractions),
    drafter: pair.drafter.laws(cancelling, sampling, inFractions),
    prompt: text,
    lookahead,
    candidates: 2,
  });
  return {
    exactly: (algorithm: Algorithm) => roundLossless(cancelling, exact, algorithm, MOST_PATHS),
    sampled: () => {
      const { world, forget } = pair.world(text, lookahead, sampling);
      return { world: { ...world, name: named }, forget };
    },
  };
}
