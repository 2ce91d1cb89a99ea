import { weightsOf } from "../../core/law/dist.ts";
import type { LanguageModel } from "../../core/models/model.ts";
import { at as itemAt } from "../../core/num/at.ts";
import type { Token } from "../../core/vocab/vocabulary.ts";
import type { Processors } from "../protocol/messages.ts";

/**
 * The law of the next token as an engine must sample it: the model's logits, with bias and presence penalty, divided by the
 * temperature, cut off by min-p, normalised.
 *
 * $$p'(x) \propto \bigl(p(x)\, e^{b_x - c\,[x \text{ emitted}]}\bigr)^{1/\tau}$$ and zero where that is less than
 * `minP` times its largest value; $\tau = 0$ is the likeliest token. `promptLength` tokens of the context were not emitted.
 */
export function processedLaw<V extends string>(
  model: LanguageModel<number, V>,
  temperature: number,
  processors: Processors,
  context: readonly number[],
  promptLength: number,
): number[] {
  const law = new Array<number>(model.tokenizer.vocabulary.size).fill(0);
  const next = model.next(context as readonly Token<V>[]);
  const weights = weightsOf(next);
  next.support.forEach((token, at) => {
    law[token] = itemAt(weights, at);
  });
  const emitted = new Set(processors.presence === undefined ? [] : context.slice(promptLength));
  return processLaw(law, temperature, processors, (token) => emitted.has(token));
}

/** The same, from the probabilities. */
export function processLaw(
  law: readonly number[],
  temperature: number,
  { bias = {}, presence = 0, minP = 0 }: Processors,
  emitted: (token: number) => boolean,
): number[] {
  const logs = law.map((p, token) => Math.log(p) + (bias[token] ?? 0) - (emitted(token) ? presence : 0));
  const largest = Math.max(...logs);
  // The likeliest token stands alone at temperature 0, ties to the smaller id.
  if (temperature === 0) return logs.map((_, token) => (token === logs.indexOf(largest) ? 1 : 0));
  const raised = logs.map((log) => Math.exp((log - largest) / temperature));
  const kept = raised.map((weight) => (weight >= minP ? weight : 0));
  const total = kept.reduce((sum, weight) => sum + weight, 0);
  return kept.map((weight) => weight / total);
}
