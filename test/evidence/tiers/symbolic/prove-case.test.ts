import { describe, expect, test } from "vitest";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import type { Expr } from "../../../../src/core/num/expr.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { allLaws, type Case, Fork } from "../../../../src/evidence/tiers/symbolic/cases.ts";
import { proveCase } from "../../../../src/evidence/tiers/symbolic/prove-case.ts";
import { Unsupported } from "../../../../src/evidence/tiers/symbolic/region.ts";
import type { Answer } from "../../../../src/evidence/tiers/symbolic/solver.ts";
import { formulas } from "../../../../src/evidence/tiers/symbolic/unknown-world.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { type Emit, mutant } from "../../../support/mutant.ts";
import { tokenStrings } from "../../../support/token-strings.ts";
import { ratio } from "../../../support/toy-world.ts";
import { poly } from "./unknowns.ts";

const letters = tokenStrings("a b", "a b", 1);
type Law = readonly [a: Expr, b: Expr];
/** A round that draws from the target at last, after what `before` does with the laws p and q after the prompt. */
const targetAfter =
  (before: (ask: Ask<Expr>, world: World<Expr>, p: Law, q: Law) => unknown): Emit =>
  (ask, world, committed) => {
    const { target, drafter } = world as unknown as World<Expr>;
    const p = target.next(committed);
    const q = drafter.next([0] as Token<"drafter">[]);
    const both = <V extends string>(law: { weight(token: Token<V>): Expr }): Law =>
      [0, 1].map((token) => law.weight(token as Token<V>)) as unknown as Law;
    before(ask as unknown as Ask<Expr>, world as unknown as World<Expr>, both(p), both(q));
    return [ask.sample("target", () => target.next(committed) as never)];
  };
const draw = (ask: Ask<Expr>, { field }: World<Expr>, label: string, ...weights: Expr[]): number =>
  ask.sample(label, () => dist(field, [...weights.keys()], weights));

/** The result, and the questions that were asked. */
const judge = async (emit: Emit | typeof sd, answers: readonly Answer[] = [], at: Case = allLaws) => {
  const asked: string[] = [];
  const algorithm = typeof emit === "function" ? mutant(emit) : emit;
  const parts = formulas();
  const solver = {
    ask: async ({ text }: { text: string }): Promise<Answer> => answers[asked.push(text) - 1] ?? { found: "unknown" },
  };
  const result = await proveCase(letters, algorithm, parts, at, "last", solver, new Work());
  return { ...result, asked, parts };
};
const none: Answer = { found: "none" };
const point = (...values: readonly (readonly [number, string])[]): Answer => ({
  found: "point",
  point: new Map(values.map(([number, value]) => [number, ratio(value)])),
});

describe("a case is proved", () => {
  test("of an algorithm that is right: with its longest emission, and nothing open", async () => {
    const { open, splitOn, longest } = await judge(sd);
    expect({ open, splitOn, longest }).toEqual({ open: [], splitOn: undefined, longest: 2 });
    expect((await judge(targetAfter(() => {}))).longest).toBe(1);
  });
  test("where the solver finds no exception to what is divided by, near or in all that is known", async () => {
    const divide = targetAfter((ask, world, [a], [c]) => {
      if (!ask.flip("c", () => c)) return;
      const { field } = world;
      draw(ask, world, "draw", field.div(field.add(a, c), field.add(a, c)));
      draw(ask, world, "sure", field.div(a, a));
    });
    // a may be zero where c is not: nothing related says otherwise, and nothing reached.
    const { open, asked } = await judge(divide, [none]);
    expect({ open, questions: asked.length }).toEqual({ open: [], questions: 1 });
    expect(await judge(divide, [point(), none])).toMatchObject({ open: [], asked: { length: 2 } });
    expect((await judge(divide, [point(), none])).splitOn).toBeUndefined();
    const [related, reached] = (await judge(divide)).asked as [string, string];
    expect(related.split("\n").filter((line) => line.startsWith("(assert"))).not.toContain("(assert (> u2 0.0))");
    // On the closed region, at a = 0.
    for (const text of [related, reached]) {
      expect(text).toContain("(assert (= u0 0.0))");
      expect(text).toContain("(declare-const u0 Real)(assert (>= u0 0.0))");
    }
    expect(reached).toContain("(assert (> u2 0.0))");
  });
});

describe("an obligation is open", () => {
  test("I: the drafter's law, by the first sequence, before all others", async () => {
    const { open } = await judge((ask, { drafter }) => {
      const law = drafter.next([0] as Token<"drafter">[]);
      return [ask.sample("draft", () => law) as number as Token<"target">];
    });
    expect(open).toMatchObject([
      { obligation: "I", what: "the sequence a does not have the target's probability as a formula" },
    ]);
    expect([...(open[0]?.difference?.factors.values() ?? [])]).toHaveLength(1);
  });
  test("I, and S besides: a draw of mass 2", async () => {
    const { open } = await judge(targetAfter((ask, world) => draw(ask, world, "twice", world.field.ratio(2n, 1n))));
    expect(open.map(({ obligation, what }) => [obligation, what])).toEqual([
      ["I", "the sequence a does not have the target's probability as a formula"],
      ["S", '"twice" has weights that do not sum to 1'],
    ]);
    expect(open[1]?.difference).toMatchObject({ numerator: 1n, denominator: 1n });
  });
  test("S alone: draws of mass 2 and 1/2; a chance above 1 has no difference", async () => {
    const { open } = await judge(
      targetAfter((ask, world) => {
        draw(ask, world, "twice", world.field.ratio(2n, 1n));
        draw(ask, world, "half", world.field.ratio(1n, 2n));
      }),
    );
    expect(open.map(({ what }) => what)).toEqual(
      ["twice", "half"].map((label) => `"${label}" has weights that do not sum to 1`),
    );
    const chance = await judge(
      targetAfter((ask, { field }, [a], [c]) => {
        ask.flip("sum", () => field.add(a, c));
      }),
    );
    expect(chance.open.find(({ obligation }) => obligation === "S")).toEqual({
      obligation: "S",
      what: '"sum" has a chance that may exceed 1',
    });
  });
  const divide = targetAfter((ask, world, [a], [c]) => {
    const { field } = world;
    const sum = field.min(a, c);
    draw(ask, world, "draw", field.div(sum, sum));
  });
  test("R: what a draw divides by may be zero, with the point at which it is, if there is one", async () => {
    const what = '"draw" may be reached where it divides by zero';
    expect((await judge(divide)).open).toEqual([{ obligation: "R", what }]);
    const at = point([0, "0"]);
    expect((await judge(divide, [at, at])).open).toEqual([
      { obligation: "R", what, point: new Map([[0, ratio("0")]]) },
    ]);
    const irrational: Answer = { found: "point", point: undefined };
    expect((await judge(divide, [irrational, irrational])).open).toEqual([{ obligation: "R", what }]);
  });
  test("or its being zero is a case of its own, where it is a probability, the eliminated one too", async () => {
    for (const at of [0, 1] as const) {
      const { open, splitOn } = await judge(
        targetAfter((ask, world, p) => draw(ask, world, "draw", world.field.div(p[at], p[at]))),
      );
      expect({ open, splitOn: splitOn?.name }).toEqual({ open: [], splitOn: `p(${at} after 0)` });
    }
  });
  test("G: what cancels may be zero on an open set", async () => {
    // Where what cancels is zero, so is the chance that leads there.
    const cancel = targetAfter((ask, world, [a], [c]) => {
      const { field } = world;
      const excess = field.monus(a, c);
      if (ask.flip("excess", () => excess)) draw(ask, world, "draw", field.div(excess, excess));
    });
    expect((await judge(cancel)).open).toEqual([]);
    // a² − c² does not vanish with max(a − c, 0), and neither does what is left over it.
    const other = targetAfter((ask, world, [a], [c]) => {
      const { field } = world;
      for (const [left, right] of [
        [a, c],
        [c, a],
      ] as const) {
        const excess = field.monus(left, right);
        if (!ask.flip("excess", () => excess)) continue;
        const square = field.add(excess, field.monus(field.mul(left, left), field.mul(right, right)));
        draw(ask, world, "draw", field.div(excess, square), field.div(field.monus(square, excess), square));
      }
    });
    // One is enough.
    expect((await judge(other)).open).toEqual([
      {
        obligation: "G",
        what: "a divisor that cancels may be zero for all laws of an open set, and the weight there another",
      },
    ]);
  });
});

describe("in a case with inequalities", () => {
  /** Right where p(a) is larger than q(a), and b elsewhere. */
  const compare: Emit = (ask, { field, target, drafter }, committed) => {
    const p = target.next(committed);
    const q = drafter.next([0] as Token<"drafter">[]);
    const [a, c] = [p.weight(0 as Token<"target">), q.weight(0 as Token<"drafter">)];
    if (!ask.possible("larger", () => field.monus(a, c))) return [1 as Token<"target">];
    return [ask.sample("target", () => p)];
  };
  const larger = async (possible: boolean, answers: readonly Answer[]) => {
    // The fork names the mass that this row's formulas share.
    const parts = formulas();
    const solver = (asked: string[]) => ({
      ask: async ({ text }: { text: string }): Promise<Answer> => answers[asked.push(text) - 1] ?? { found: "unknown" },
    });
    const run = (at: Case, asked: string[] = []) =>
      proveCase(letters, mutant(compare), parts, at, "last", solver(asked), new Work());
    const fork = await run(allLaws).catch((error: unknown) => error);
    if (!(fork instanceof Fork)) throw new Error("no fork");
    const asked: string[] = [];
    const result = await run({ zeros: new Set(), assumptions: [{ mass: fork.mass, possible }] }, asked);
    return { ...result, asked };
  };
  test("a difference that may have either sign is a fork; one that is positive holds in the region", async () => {
    const { region, open, asked } = await larger(true, []);
    expect(region.positive).toEqual([poly([1, 0], [-1, 2])]);
    expect({ open, asked }).toEqual({ open: [], asked: [] });
  });
  test("there must be an inner point, or no point: then nothing is to be proved", async () => {
    const { asked, region, open } = await larger(false, [point()]);
    expect(open).toMatchObject([{ obligation: "I" }]);
    expect(region.nonNegative).toEqual([poly([-1, 0], [1, 2])]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain("(assert (> u0 0.0))");
    const empty = await larger(false, [none, none]);
    expect(empty).toMatchObject({ open: [], asked: { length: 2 } });
    expect(empty.asked[1]).toContain("(assert (>= u0 0.0))");
    const error = larger(false, [none, point()]);
    await expect(error).rejects.toThrow(Unsupported);
    await expect(larger(false, [])).rejects.toThrow("has no inner point");
  });
});

test("unknowns that are zero in a case are in no law", async () => {
  const { region } = await judge(
    targetAfter(() => {}),
    [],
    { zeros: new Set(["p(0 after 0)"]), assumptions: [] },
  );
  expect(region.ring.laws.map(({ tokens }) => tokens)).toContainEqual([1]);
});

test("a divisor is found among the probabilities beside one that is certain", async () => {
  const divide = targetAfter((ask, world, _p, [c]) => draw(ask, world, "draw", world.field.div(c, c)));
  const { splitOn } = await judge(divide, [], { zeros: new Set(["p(0 after 0)"]), assumptions: [] });
  expect(splitOn?.name).toBe("q(0 after 0)");
});

test("what was assumed holds, also where the program does not ask in this case", async () => {
  const parts = formulas();
  const a = parts.unknown("p(0 after 0)");
  const result = await proveCase(
    letters,
    mutant(targetAfter(() => {})),
    parts,
    { zeros: new Set(), assumptions: [{ mass: a, possible: true }] },
    "last",
    { ask: async () => none },
    new Work(),
  );
  expect(result.region.positive).toEqual([poly([1, 0])]);
});
