import { expect, test } from "vitest";
import { createWorld } from "../../../src/core/worlds/world.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

test("T ∩ D is computed from the two vocabularies, anew when a model is replaced", () => {
  const first = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1" }));
  const other = toyWorld(iid({ a: "1" }), iid({ b: "1/2", a: "1/2" }));
  expect([first.shared.size, other.shared.size]).toEqual([1, 1]);
  expect(createWorld({ ...first, drafter: other.drafter }).shared.sameVocabulary).toBe(true);
});
