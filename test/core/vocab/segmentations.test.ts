import fc from "fast-check";
import { expect, test } from "vitest";
import { countSegmentations, segmentations } from "../../../src/core/vocab/segmentations.ts";
import { vocabulary } from "../../../src/core/vocab/vocabulary.ts";

const of = (...texts: string[]) => vocabulary("drafter", texts, texts, null);

/** All strings of at most `longest` letters over `letters`. */
const complete = (letters: string, longest: number): string[] => {
  let layer = [""];
  const all: string[] = [];
  for (let length = 1; length <= longest; length++) {
    layer = layer.flatMap((text) => [...letters].map((letter) => text + letter));
    all.push(...layer);
  }
  return all;
};

test("a complete vocabulary: 2^(m-1) segmentations and as many passes (Lemma 3.1)", () => {
  const words = of(...complete("ab", 5));
  for (const text of complete("ab", 5)) {
    const expected = 2n ** BigInt(text.length - 1);
    expect(countSegmentations(words, text)).toEqual({ segmentations: expected, passes: expected });
  }
});

test("the count is that of the list", () => {
  const words = fc.uniqueArray(fc.constantFrom(...complete("ab", 3)), { minLength: 1 });
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 7 });
  fc.assert(
    fc.property(words, text, (texts, written) => {
      const listed = [...segmentations(of(...texts), written)];
      expect(countSegmentations(of(...texts), written).segmentations).toBe(BigInt(listed.length));
      const inner = new Set(listed.flatMap((tokens) => tokens.map((_, at) => tokens.slice(0, at).join())));
      expect(countSegmentations(of(...texts), written).passes).toBe(BigInt(inner.size));
    }),
    { seed: 1 },
  );
});

test("a text that cannot be spelled has none", () => {
  expect(countSegmentations(of("a", "ab"), "ba")).toEqual({ segmentations: 0n, passes: 0n });
});

test("a long text is counted, not listed", () => {
  const words = of(...Array.from({ length: 128 }, (_, at) => "a".repeat(at + 1)));
  expect(countSegmentations(words, "a".repeat(128)).segmentations).toBe(2n ** 127n);
});
