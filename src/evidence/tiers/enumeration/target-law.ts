import { BudgetExceeded } from "../../../core/handlers/budget.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { Token } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";

/**
 * The target's own law of its first `horizon` tokens after the prompt, by the chain rule; shorter where it stops.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1" });
 * [...targetLaw(rational, coins, 2)].map(([key, { weight }]) => `${key}: ${rational.print(weight)}`);
 * // → ["0,0: 1/9", "0,1: 2/9", "1,0: 2/9", "1,1: 4/9"]
 */
export function targetLaw<W>(
  field: DecidableField<W>,
  { target, prompt }: World<W>,
  horizon: number,
  limit = 1_000_000,
): Map<string, { value: readonly Token<"target">[]; weight: W }> {
  const law = new Map<string, { value: readonly Token<"target">[]; weight: W }>();
  const start = target.tokenizer.encode(prompt);
  const { eos } = target.tokenizer.vocabulary;
  const extend = (tokens: readonly Token<"target">[], weight: W): void => {
    if (tokens.length === horizon || tokens.at(-1) === eos) {
      if (law.size >= limit) throw new BudgetExceeded("states", limit);
      law.set(tokens.join(), { value: tokens, weight });
      return;
    }
    const p = target.next([...start, ...tokens]);
    for (const token of p.support) {
      const share = p.weight(token);
      if (!field.isZero(share)) extend([...tokens, token], field.mul(weight, share));
    }
  };
  extend([], field.one);
  return law;
}
