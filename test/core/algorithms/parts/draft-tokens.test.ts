import { expect, test } from "vitest";
import { onTarget } from "../../../../src/core/algorithms/parts/draft-tokens.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { iid, toyWorld, written } from "../../../support/toy-world.ts";

test("a drafter's law on the target's tokens: in their numbers, without those that the target lacks", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/4", d: "1/4" }), iid({ c: "1/2", b: "1/3", a: "1/6" }));
  const law = onTarget(world, world.drafter.next([]));
  expect(law.support).toEqual([1, 0]);
  expect(written(law, (token) => world.target.tokenizer.vocabulary.label(token))).toEqual({ b: "1/3", a: "1/6" });
  expect(rational.print(law.weight(2 as never))).toBe("0");
  expect(onTarget(world, Object.freeze(world.drafter.next([])))).toBe(law);
  expect(onTarget({ ...world }, world.drafter.next([]))).not.toBe(law);
});
