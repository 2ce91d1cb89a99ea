import { expect, test } from "vitest";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import type { Answer } from "../../../../src/evidence/tiers/symbolic/solver.ts";
import { symbolicLossless } from "../../../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { type Emit, mutant } from "../../../support/mutant.ts";
import { tokenStrings } from "../../../support/token-strings.ts";

/** Asks before it draws, so that a case of its laws is a question to the solver: there other rows go on. */
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
  const judge = (work: number | Work) => symbolicLossless(world, mutant(asking), { seed: 1, solver, work });
  const alone = new Work();
  expect(await judge(alone)).toMatchObject({ verdict: "proved" });
  expect([alone.formed > 0, asked > 0]).toEqual([true, true]);
  // The first of two ways has three tenths of the work: just enough.
  const work = Math.ceil(alone.formed / 0.3);
  expect(await judge(work)).toMatchObject({ verdict: "proved" });
  const verdicts = await Promise.all(Array.from({ length: 9 }, () => judge(work)));
  expect(verdicts.map(({ verdict, why }) => why ?? verdict)).toEqual(verdicts.map(() => "proved"));
});
