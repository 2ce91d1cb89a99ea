import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { generateSuspended } from "../../core/handlers/generate-suspended.ts";
import { stream } from "../../core/handlers/random.ts";
import { float64 } from "../../core/num/float64.ts";
import { toBytes } from "../../core/vocab/text.ts";
import { spell, type Token } from "../../core/vocab/vocabulary.ts";
import type { ModelChoice } from "./model-choice.ts";
import { type OpenPair, readPrompt, requireFit } from "./open-pair.ts";

/** A continued text, and what it took. */
export interface Generated {
  readonly target: string;
  readonly drafter: string;
  readonly algorithm: string;
  readonly lookahead: number;
  readonly temperature: number;
  readonly seed: number;
  readonly text: string;
  readonly tokens: readonly number[];
  readonly finish: "stop" | "length" | "context" | "interrupted";
  readonly rounds: number;
  readonly accepted: number;
  readonly tokensPerRound: number;
  readonly targetPasses: number;
  readonly drafterPasses: number;
  readonly ttftMilliseconds: number;
  readonly seconds: number;
  readonly tokensPerSecond: number;
  /** False where the target's law depends on the draft. */
  readonly lossless: boolean;
  readonly rows: OpenPair["probe"];
}

/** What is continued, and how. */
export interface Continuation {
  readonly pair: OpenPair;
  readonly sampling: ModelChoice["sampling"];
  readonly algorithm: Algorithm;
  readonly prompt: string;
  readonly lookahead: number;
  /** Tokens, at most. */
  readonly budget: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  now(): number;
  /** Hears of every piece of text, and whether it was drafted. */
  piece(text: string, drafted: boolean): void;
  /** Hears after every round how many tokens there are. */
  round(tokens: number, rounds: number): void;
}

/** Continues a text with real models; an interruption ends it where it is. */
export async function continueText(asked: Continuation): Promise<Generated> {
  const { pair, algorithm, lookahead, budget, seed, signal } = asked;
  const { target, drafter } = pair;
  const { text: prompt, room } = readPrompt(target, asked.prompt);
  const world = pair.world(prompt, lookahead, asked.sampling);
  requireFit(algorithm, world);
  const tokens: Token<"target">[] = [];
  let [rounds, accepted, first] = [0, 0, 0];
  let interrupted = false;
  const decoder = new TextDecoder();
  let text = "";
  const show = (added: readonly Token<"target">[], drafted: boolean, last = false): void => {
    const piece = decoder.decode(toBytes(spell(target.vocabulary, added)), { stream: !last });
    text += piece;
    asked.piece(piece, drafted);
  };
  const before = { target: target.source.passes, drafter: drafter.opened?.source.passes ?? 0 };
  const start = asked.now();
  try {
    const end = { budget: Math.min(budget, room), stops: target.stops, signal };
    for await (const added of generateSuspended(world, float64, algorithm, stream(seed, "generate"), end)) {
      if (rounds === 0) first = asked.now() - start;
      rounds += 1;
      accepted += added.accepted;
      tokens.push(...added.tokens);
      show(added.tokens.slice(0, added.accepted), true);
      show(added.tokens.slice(added.accepted), false);
      asked.round(tokens.length, rounds);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    interrupted = true;
  }
  const seconds = (asked.now() - start) / 1000;
  show([], false, true);
  const last = tokens.at(-1);
  const stopped = last !== undefined && (last === target.vocabulary.eos || target.stops.has(last));
  return {
    target: target.name,
    drafter: drafter.name,
    algorithm: algorithm.id,
    lookahead,
    temperature: asked.sampling.temperature,
    seed,
    text,
    tokens,
    finish: interrupted ? "interrupted" : stopped ? "stop" : tokens.length === budget ? "length" : "context",
    rounds,
    accepted,
    tokensPerRound: tokens.length / Math.max(1, rounds),
    targetPasses: target.source.passes - before.target,
    drafterPasses: (drafter.opened?.source.passes ?? 0) - before.drafter,
    ttftMilliseconds: first,
    seconds,
    tokensPerSecond: tokens.length / seconds,
    lossless: pair.lossless && algorithm.lossless !== false,
    rows: pair.probe,
  };
}
