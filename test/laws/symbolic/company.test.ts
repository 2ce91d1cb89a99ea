import { expect, test } from "vitest";
import { monomialProducts } from "../../../src/laws/symbolic/polynomial.ts";
import type { Answer } from "../../../src/laws/symbolic/solver.ts";
import { symbolicLossless } from "../../../src/laws/symbolic/symbolic-lossless.ts";
import type { Token } from "../../../src/vocab/vocabulary.ts";
import { type Emit, mutant } from "../../support/mutant.ts";
import { tokenStrings } from "../../support/token-strings.ts";

/** Asks before it draws, so that each case of its laws is a question to the solver. */
const asking: Emit = (ask, { target, field }, committed) => {
  const p = target.next(committed);
  ask.possible("above", () => field.monus(p.weight(0 as Token<"target">), field.ratio(1n, 2n)));
  return [ask.sample("target", () => p)];
};

test("a verdict is the same in company: each row has its own work", async () => {
  const world = tokenStrings("a b", "a b", 1);
  let asked = 0;
  const solver = {
    ask: async (): Promise<Answer> => {
      asked++;
      return { found: "point", point: undefined };
    },
  };
  const before = monomialProducts();
  const judge = (work: number) => symbolicLossless(world, mutant(asking), { seed: 1, solver, work });
  console.log(await judge(1e6));
  const needed = monomialProducts() - before;
  console.log(needed);
  expect(asked).toBeGreaterThan(0);
  const work = Math.ceil(needed / 0.3);
  expect(await judge(work)).toMatchObject({ verdict: "proved" });
  const verdicts = await Promise.all(Array.from({ length: 9 }, () => judge(work)));
  expect(verdicts.map(({ verdict, why }) => why ?? verdict)).toEqual(verdicts.map(() => "proved"));
});
