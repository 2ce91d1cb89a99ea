import { expect, test } from "vitest";
import { pointMass } from "../../../src/core/law/dist.ts";
import { scoreByNext } from "../../../src/core/models/model.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";

type T = Token<"target">;
const asked: string[] = [];
/** Says surely how many tokens came before. */
const next = (context: readonly T[]) => {
  asked.push(context.join());
  return pointMass(float64, context.length as T);
};
const [a, b, c] = [10, 11, 12] as [T, T, T];

test("one law more than there are drafts, each computed when it is read, once", () => {
  const score = scoreByNext<number, "target">(next);
  const laws = score([a], [b, c]);
  expect(asked).toEqual([]);
  expect(laws(1).support).toEqual([2]);
  expect([laws(1).weight(2 as T), laws(1).weight(1 as T)]).toEqual([1, 0]);
  expect(asked.splice(0)).toEqual(["10,11"]);
  expect([0, 1, 2].map((at) => laws(at).support[0])).toEqual([1, 2, 3]);
  expect(asked.splice(0)).toEqual(["10", "10,11,12"]);
  expect(() => laws(3)).toThrow(new RangeError("found the law 3 of a pass, expected 0 to 2"));
  expect(() => laws(-1)).toThrow("found the law -1 of a pass, expected 0 to 2");
});

test("an answer is kept for the same context and draft, and for no other", () => {
  const score = scoreByNext<number, "target">(next);
  const context = [a];
  const laws = score(context, [b]);
  expect(score(context, [b])).toBe(laws);
  for (const [other, draft] of [
    [context, [c]],
    [context, []],
    [context, [b, b]],
    [[a, a], [b]],
  ] as [T[], T[]][]) {
    const again = score(other, draft);
    expect(again).not.toBe(laws);
    expect(draft.concat(a).map((_, at) => again(at).support[0])).toEqual(
      draft.concat(a).map((_, i) => other.length + i),
    );
  }
});
