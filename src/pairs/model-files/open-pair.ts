import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { type SuspendedWorld, suspendedWorld } from "../../core/handlers/generate-suspended.ts";
import type { Sampling } from "../../core/models/sampling-law.ts";
import { inDoubles } from "../../core/models/whole-law.ts";
import { float64 } from "../../core/num/float64.ts";
import { fromUnicode, show, type Text } from "../../core/vocab/text.ts";
import { spell, type Token } from "../../core/vocab/vocabulary.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { UsageError } from "../../system/usage.ts";
import { probeRows, type RowProbe } from "../onnx/row-probe.ts";
import type { ModelChoice } from "./model-choice.ts";
import { type OpenDrafter, openDrafter, openTarget } from "./open-drafter.ts";
import type { OpenModel } from "./open-model.ts";

/** A target and a drafter, opened and looked at. */
export interface OpenPair {
  readonly target: OpenModel<"target">;
  readonly drafter: OpenDrafter;
  readonly probe: RowProbe;
  /** False where the target's law depends on what it is asked beside. */
  readonly lossless: boolean;
  /** The pair as a world in doubles. */
  world(prompt: Text, lookahead: number, sampling: Sampling): SuspendedWorld<number>;
  release(): Promise<void>;
}

/** Opens a pair; refuses targets whose rows depend on each other, unless that was asked for. */
export async function openPair(choice: ModelChoice): Promise<OpenPair> {
  const target = await openTarget(choice.target, choice.threads, choice.exactRows);
  try {
    const probe = await probeRows(target.source, target.vocabulary.size);
    const lossless = probe.content === 0;
    if (!lossless && !choice.notLossless) {
      throw new BadInput(
        target.source.file,
        `a law of one row that depends on later tokens in the same pass (total variation up to ${probe.content.toExponential(1)}), as activations quantised at run time make it`,
        "a decoder whose rows do not; --not-lossless runs it all the same",
      );
    }
    const drafter = await openDrafter(choice.drafter, target);
    target.source.passes = 0;
    return {
      target,
      drafter,
      probe,
      lossless,
      world: (prompt, lookahead, sampling) =>
        suspendedWorld({
          name: `${target.name}/${drafter.name}`,
          field: float64,
          target: target.laws(float64, sampling, false, inDoubles),
          drafter: drafter.laws(float64, sampling, inDoubles),
          prompt,
          lookahead,
          candidates: 2,
        }),
      release: async () => {
        await target.release();
        await drafter.release();
      },
    };
  } catch (error) {
    await target.release();
    throw error;
  }
}

/** The prompt's bytes, refused where the target cannot take it; and how many tokens its context still holds. */
export function readPrompt(target: OpenModel<"target">, prompt: string): { text: Text; room: number } {
  if (prompt === "") throw new BadInput("--prompt", "an empty text", "at least one character");
  const text = fromUnicode(prompt);
  const tokens = target.tokenizer.encode(text);
  const spelled = spell(target.vocabulary, tokens);
  if (spelled.length < text.length && !spelled.startsWith(text)) {
    throw new BadInput(
      "--prompt",
      `the text ${show(text.slice(spelled.length)).slice(0, 20)}`,
      "text that the target's tokens can spell",
    );
  }
  const room = target.positions - tokens.length;
  if (room < 1) {
    throw new BadInput(
      "--prompt",
      `${tokens.length} tokens`,
      `at most ${target.positions - 1}: the target reads ${target.positions}`,
    );
  }
  return { text, room };
}

/** Refuses pairs that give an algorithm nothing to work with. */
export function requireFit(algorithm: Algorithm, { world }: SuspendedWorld<number>): void {
  if (algorithm.fits?.(world) === false) {
    throw new UsageError(
      `the algorithm "${algorithm.id}" needs target and drafter to share one vocabulary; these differ`,
    );
  }
  const { target, shared } = world;
  const onShared = /^(tli|union)/.test(algorithm.id);
  const text = Array.from({ length: target.tokenizer.vocabulary.size }, (_, id) => id as Token<"target">).some(
    (token) => token !== target.tokenizer.vocabulary.eos && shared.toDrafter(token) !== undefined,
  );
  if (onShared && !text) {
    throw new BadInput(
      "--drafter",
      "no token that the target has too",
      `a shared token, which "${algorithm.id}" proposes`,
    );
  }
}
