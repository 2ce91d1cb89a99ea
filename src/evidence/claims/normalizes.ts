import type { DecidableField } from "../../core/num/field.ts";
import { sum } from "../../core/num/field.ts";
import { showTokens } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import type { ContextClass } from "../tiers/enumeration/contexts.ts";
import type { Breach } from "./breach.ts";

/** The outcomes of a round have probabilities that sum to exactly 1, from every context a round can start from. */
export function normalizes<W, S>(
  field: DecidableField<W>,
  { target }: World<W>,
  classes: readonly ContextClass<W, S>[],
): Breach | undefined {
  for (const { position, rounds } of classes) {
    const total = sum(
      field,
      rounds.map(({ weight }) => weight),
    );
    if (field.equal(total, field.one)) continue;
    const at = `the context "${showTokens(target.tokenizer.vocabulary, position.context)}"`;
    return { law: "normalizes", at, found: `a round of mass ${field.print(total)}`, expected: "mass 1" };
  }
  return undefined;
}
