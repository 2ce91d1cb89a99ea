import type { Round } from "../../core/algorithms/algorithm.ts";
import type { Outcome } from "../../core/handlers/law-of.ts";
import type { DecidableField } from "../../core/num/field.ts";

/** A text that determines what a round emits and accepts, with which probability; the states it leaves aside. */
export function fingerprint<W, S>(field: DecidableField<W>, rounds: readonly Outcome<W, Round<S>>[]): string {
  const weights = new Map<string, W>();
  for (const { value, weight } of rounds) {
    const name = `${value.emitted.join()}/${value.accepted}`;
    weights.set(name, field.add(weights.get(name) ?? field.zero, weight));
  }
  return [...weights]
    .map(([name, weight]) => `${name}:${field.print(weight)}`)
    .sort()
    .join(" ");
}
