import { at as itemAt } from "../num/at.ts";
import type { Reader } from "./reader.ts";

/** The logit of probability zero: a finite number, since minus infinity times zero is no number in an engine's arithmetic. */
export const LOG_ZERO = -1e4;

/** How far a written logit may lie from the logarithm of its fraction: room for the rounding of a printed double. */
const TOLERANCE = 1e-9;

/**
 * Checks the numbers that other people's engines are given in place of fractions: `logits[i]` is $\ln p_i$ plus the
 * model's offset, and {@link LOG_ZERO} plus the offset where $p_i = 0$.
 */
export function checkLogits(at: Reader, law: readonly number[], offset: number): void {
  const entries = at.list(law.length);
  if (entries.length !== law.length) at.refuse(`${law.length} numbers, one a token`);
  entries.forEach((entry, token) => {
    const expected = logit(itemAt(law, token), offset);
    const found = entry.value;
    if (typeof found !== "number" || !(Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))))
      entry.refuse(`${expected}, the logarithm of the fraction plus the offset`);
  });
}

/** The logit of a probability in a model with this offset. */
export function logit(p: number, offset: number): number {
  return (p === 0 ? LOG_ZERO : Math.log(p)) + offset;
}

/** Largest offset: beyond, doubles no longer tell the logits apart to the tolerance above. */
const LARGEST_OFFSET = 1e4;

/** A number common to all logits of a model; a softmax ignores it, low precision does not. 0 unless given. */
export function parseOffset(at: Reader | undefined): number {
  if (at === undefined) return 0;
  const { value } = at;
  if (typeof value !== "number" || !(Math.abs(value) <= LARGEST_OFFSET))
    return at.refuse(`a number from -${LARGEST_OFFSET} to ${LARGEST_OFFSET}`);
  return value;
}
