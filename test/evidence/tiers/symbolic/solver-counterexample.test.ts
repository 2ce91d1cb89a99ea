import { describe, expect, test } from "vitest";
import type { Rational } from "../../../../src/core/num/rational.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import type { OpenGoal } from "../../../../src/evidence/tiers/symbolic/prove-case.ts";
import { difference, times } from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { Region } from "../../../../src/evidence/tiers/symbolic/region.ts";
import { Ring } from "../../../../src/evidence/tiers/symbolic/ring.ts";
import { query } from "../../../../src/evidence/tiers/symbolic/smt.ts";
import type { Answer } from "../../../../src/evidence/tiers/symbolic/solver.ts";
import { solverCounterexample } from "../../../../src/evidence/tiers/symbolic/solver-counterexample.ts";
import { formulas, unknownWorld } from "../../../../src/evidence/tiers/symbolic/unknown-world.ts";
import { mutant } from "../../../support/mutant.ts";
import { tokenStrings } from "../../../support/token-strings.ts";
import { ratio } from "../../../support/toy-world.ts";
import { poly } from "./unknowns.ts";

const letters = tokenStrings("a b c", "a b", 1);
/** Emits a whatever the target says; with a draft before. */
const always = mutant((ask, { drafter }) => {
  ask.sample("draft", () => drafter.next([0] as Token<"drafter">[]));
  return [0 as Token<"target">];
});

/** The laws p (u0, u1, u2) after the prompt, b eliminated, and q (u3, u4); the difference u0/u3 − u1. */
const start = () => {
  const ring = new Ring();
  const form = new NormalForm(ring);
  const world = unknownWorld(letters, formulas(), ring, new Set(), "second");
  const [p, q] = [world.target.next([0] as Token<"target">[]), world.drafter.next([0] as Token<"drafter">[])];
  const [first, second] = [0, 2].map((token) => form.of(p.weight(token as Token<"target">)));
  const region = new Region(ring, form);
  const quotient = times(first as never, form.of(q.weight(0 as Token<"drafter">)), -1);
  return { region, open: difference(form.work, quotient, second as never) };
};
const pointAt = (...values: readonly (readonly [number, string])[]): ReadonlyMap<number, Rational> =>
  new Map(values.map(([number, value]) => [number, ratio(value)]));

const search = async (goals: (open: OpenGoal["difference"]) => readonly object[], ...answers: Answer[]) => {
  const { region, open } = start();
  const asked: string[] = [];
  const solver = {
    ask: async ({ text }: { text: string }): Promise<Answer> => answers[asked.push(text) - 1] ?? { found: "unknown" },
  };
  const goal = goals(open).map((other): OpenGoal => ({ obligation: "I", what: "", ...other }));
  const trial = await solverCounterexample(letters, always, { region, longest: 1, open: goal }, solver);
  return { trial, asked, region };
};
/** The laws of a refuted trial. */
const lawsOf = (trial: { found: string; world?: object }) => {
  expect(trial.found).toBe("refuted");
  const { target, drafter } = trial.world as { target: Side; drafter: Side };
  return [target.model.otherwise, drafter.model.otherwise];
};
interface Side {
  readonly model: { readonly otherwise: object };
}

describe("where an obligation has a difference", () => {
  test("the solver is asked for inner laws at which no factor is zero, and their world is tried", async () => {
    const point = pointAt([0, "1/4"], [1, "1/3"], [3, "2/5"]);
    const { trial, asked, region } = await search((difference) => [{ difference }], { found: "point", point });
    // (u0 − u1·u3) / u3.
    const claims = [poly([1, 0], [-1, 1, 3]), poly([1, 3])].map((polynomial) => ({ polynomial, is: "!=" }) as const);
    expect(asked).toEqual([query(region, claims, true).text]);
    // In the vocabulary's order: b is what is left, 5/12.
    expect(lawsOf(trial)).toEqual([
      { a: "1/4", b: "5/12", c: "1/3" },
      { a: "2/5", b: "3/5" },
    ]);
  });
  test("what the solver does not name is 0, and the last probability what is left", async () => {
    const { trial } = await search((difference) => [{ difference }], { found: "point", point: pointAt([0, "1/4"]) });
    expect(lawsOf(trial)).toEqual([{ a: "1/4", b: "3/4" }, { b: "1" }]);
  });
  test("without an answer there is nothing to try, or what the obligation itself knows", async () => {
    expect(await search((difference) => [{ difference }])).toMatchObject({ trial: { found: "nothing" } });
    const irrational = { found: "point", point: undefined } as const;
    expect((await search((difference) => [{ difference }], irrational)).trial).toEqual({ found: "nothing" });
    const { trial } = await search((difference) => [{ difference, point: pointAt([0, "1/2"]) }]);
    expect(lawsOf(trial)[0]).toEqual({ a: "1/2", b: "1/2" });
  });
});

describe("where it has a point", () => {
  test("nothing is asked", async () => {
    const { trial, asked } = await search(() => [{ point: pointAt([0, "1/5"]) }]);
    expect(asked).toEqual([]);
    expect(lawsOf(trial)[0]).toEqual({ a: "1/5", b: "4/5" });
  });
  test("it must be one of laws: no law has more mass than 1", async () => {
    const { trial } = await search(() => [{ point: pointAt([0, "2/3"], [1, "1/2"]) }]);
    expect(trial).toEqual({ found: "nothing" });
    expect(lawsOf((await search(() => [{ point: pointAt([0, "2/3"], [1, "1/3"]) }])).trial)[0]).toEqual({
      a: "2/3",
      c: "1/3",
    });
  });
});

test("every open obligation is tried until one is refuted", async () => {
  // At p = a the algorithm is right.
  const right = { point: pointAt([0, "1"]) };
  expect((await search(() => [right])).trial).toEqual({ found: "nothing" });
  const { trial } = await search(() => [{}, right, { point: pointAt([0, "1/7"]) }, { point: pointAt([0, "1/8"]) }]);
  expect(lawsOf(trial)[0]).toEqual({ a: "1/7", b: "6/7" });
});

test("what stops the program there is told, if nothing refutes it", async () => {
  const { region } = start();
  const failing = mutant(() => {
    throw new Error("it broke");
  });
  const open: OpenGoal[] = [
    { obligation: "R", what: "", point: pointAt([0, "1/7"]) },
    { obligation: "R", what: "", point: pointAt([0, "2"]) },
  ];
  const solver = { ask: async (): Promise<Answer> => ({ found: "unknown" }) };
  const trial = await solverCounterexample(letters, failing, { region, longest: 1, open }, solver);
  expect(trial).toMatchObject({ found: "error", message: "it broke" });
  // Where it goes on and is right, the later point does not hide that it stopped at the earlier one.
  const sometimes = mutant((ask, { target }, committed) => {
    const p = target.next(committed);
    if (p.support.length === 1) throw new Error("it broke");
    return [ask.sample("target", () => p)];
  });
  const points = ["1", "1/7"].map((a): OpenGoal => ({ obligation: "R", what: "", point: pointAt([0, a]) }));
  const told = await solverCounterexample(letters, sometimes, { region, longest: 1, open: points }, solver);
  expect(told).toMatchObject({ found: "error", message: "it broke" });
});
