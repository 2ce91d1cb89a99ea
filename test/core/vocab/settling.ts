import fc from "fast-check";
import type { Text } from "../../../src/core/vocab/text.ts";
import type { Tokenizer } from "../../../src/core/vocab/tokenizer.ts";

/** Texts over three letters, of which vocabularies may lack some. */
export const anyText = fc.string({ unit: fc.constantFrom("a", "a", "b", "c"), maxLength: 6 });

/** Distinct words over two or three letters. */
export const anyWords = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 }),
  { minLength: 1, maxLength: 6 },
);

type Settling = Pick<Tokenizer<"drafter">, "encode" | "encodeDropping" | "settle" | "firstSettled">;

/** `encodeDropping(text + more)` is the settled tokens, then `encodeDropping(pending + more)`. */
export const settles = ({ settle, encodeDropping }: Settling, text: Text, more: Text): boolean => {
  const { tokens, pending } = settle(text);
  return String(encodeDropping(text + more)) === String([...tokens, ...encodeDropping(pending + more)]);
};

/** Once settled, the first token is the same whatever is appended. */
export const keepsFirst = ({ firstSettled, encode }: Settling, text: Text, more: Text): boolean =>
  !firstSettled(text) || encode(text + more)[0] === encode(text)[0];

/** Does a claim hold for all tokenizers that `make` gives, all texts, and all that may be appended? */
export const holdsFor = (
  make: fc.Arbitrary<Settling>,
  claim: (tokenizer: Settling, text: Text, more: Text) => boolean,
): boolean => !fc.check(fc.property(make, anyText, anyText, claim), { seed: 1, numRuns: 2000 }).failed;
