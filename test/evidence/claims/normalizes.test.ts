import { expect, test } from "vitest";
import { rational } from "../../../src/core/num/rational.ts";
import { normalizes } from "../../../src/evidence/claims/normalizes.ts";
import type { ContextClass } from "../../../src/evidence/tiers/enumeration/contexts.ts";
import { iid, ratio, toyWorld } from "../../support/toy-world.ts";

const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1" }));
const at = (context: number[], ...weights: string[]): ContextClass<typeof rational.zero, undefined> => ({
  position: { context: context as never, state: undefined, stopped: false },
  depth: 0,
  rounds: weights.map((weight) => ({ value: { emitted: [0], state: undefined } as never, weight: ratio(weight) })),
});

test("mass 1 from every context is no breach", () => {
  expect(normalizes(rational, world, [])).toBeUndefined();
  expect(normalizes(rational, world, [at([], "1"), at([0], "1/3", "2/3")])).toBeUndefined();
});

test("mass that is missing or too much is one, with the context in words", () => {
  expect(normalizes(rational, world, [at([], "1"), at([0, 1], "1/3", "1/3")])).toEqual({
    law: "normalizes",
    at: 'the context "a·b"',
    found: "a round of mass 2/3",
    expected: "mass 1",
  });
  expect(normalizes(rational, world, [at([], "1", "1/2")])?.found).toBe("a round of mass 3/2");
});
