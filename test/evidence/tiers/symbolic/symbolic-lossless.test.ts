import { describe, expect, test } from "vitest";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { tli } from "../../../../src/core/algorithms/tli.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { parseWorld } from "../../../../src/core/worlds/parse-world.ts";
import { defaultLimits } from "../../../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../../../src/evidence/tiers/enumeration/lossless.ts";
import type { Answer } from "../../../../src/evidence/tiers/symbolic/solver.ts";
import { symbolicLossless } from "../../../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { type Emit, mutant } from "../../../support/mutant.ts";
import { tokenStrings } from "../../../support/token-strings.ts";
import { ratio } from "../../../support/toy-world.ts";

const letters = tokenStrings("a b", "a b", 1);
/** A solver with one answer. */
const solver = (answer: Answer = { found: "none" }) => ({ ask: async (): Promise<Answer> => answer });
const judge = (emit: Emit, world = letters, answer?: Answer) =>
  symbolicLossless(world, mutant(emit), { seed: 1, solver: solver(answer) });
const why = async (emit: Emit, world = letters): Promise<string | undefined> => (await judge(emit, world)).why;

const right: Emit = (ask, { target }, committed) => [ask.sample("target", () => target.next(committed))];
const drafted: Emit = (ask, { drafter, shared }) => {
  const q = drafter.next([0] as Token<"drafter">[]);
  return [shared.toTarget(ask.sample("draft", () => q)) as Token<"target">];
};
/** Two draws that are none, which no emission shows. */
const noDraws: Emit = (ask, world, committed) => {
  const { field } = world;
  for (const [label, weight] of [
    ["twice", field.ratio(2n, 1n)],
    ["half", field.ratio(1n, 2n)],
  ] as const) {
    ask.sample(label, () => dist(field, [0], [weight]));
  }
  return right(ask, world, committed);
};

describe("a verdict of the symbolic tier", () => {
  test("proved: for all real laws over these token strings, and padded to the longest emission", async () => {
    expect(await symbolicLossless(letters, sd, { seed: 1, solver: solver() })).toEqual({
      world: letters.name,
      algorithm: "sd",
      verdict: "proved",
      tier: "symbolic",
      scope:
        "all real laws p, q at every context, |T| = 2, |D| = 2, lookahead 1, these token strings, one round from a " +
        "prompt that tokenises to itself, padded to 2 tokens; not covered: other sizes, prompts that the drafter splits " +
        "otherwise, rounding, what a later round reads of a longer context",
      gap: null,
      acceptance: null,
      expectedTokens: null,
      contexts: null,
    });
  });
  test("refuted: the open obligation, and a world that enumeration refutes", async () => {
    const { verdict, why, gap, counterexample, witness, scope } = await judge(drafted);
    expect({ verdict, why }).toEqual({
      verdict: "refuted",
      why: "open obligation I: the sequence a does not have the target's probability as a formula",
    });
    expect(scope).not.toContain("padded");
    const world = parseWorld(rational, "counterexample", JSON.stringify(counterexample));
    const limits = { ...defaultLimits, contexts: 60, unboundedContexts: 60 };
    expect(lossless(rational, world, mutant(drafted), limits)).toMatchObject({ verdict: "refuted", gap, witness });
    expect(await judge(drafted)).toEqual(await judge(drafted));
  });
  test("refuted where only the solver finds laws: random ones have small denominators", async () => {
    const emit: Emit = (ask, world, committed) => {
      const { field, target } = world;
      const p = target.next(committed);
      const above = (token: number, n: bigint, d: bigint) =>
        ask.possible("above", () => field.monus(p.weight(token as Token<"target">), field.ratio(n, d)));
      // Above 4/5 and below 1 there are no fifths.
      return above(0, 6n, 7n) && above(1, 1n, 100n) ? [0 as Token<"target">] : right(ask, world, committed);
    };
    const point = new Map([[0, ratio("9/10")]]);
    const verdict = await judge(emit, letters, { found: "point", point });
    expect(verdict).toMatchObject({ verdict: "refuted", gap: "1/10", witness: { target: "9/10", output: "1" } });
    expect(await judge(emit, letters, { found: "point", point: undefined })).toMatchObject({ verdict: "unknown" });
  });
  test("refuted where laws must depend on the context", async () => {
    const later: Emit = (ask, { target }, committed) => [
      ask.sample("target", () => target.next([...committed, 0 as Token<"target">])),
    ];
    const verdict = await judge(later);
    expect(verdict.verdict).toBe("refuted");
    expect(verdict.counterexample).toMatchObject({ target: { model: { kind: "table" } } });
  });
  test("unknown: an obligation that is open, though no world refutes it", async () => {
    const open = 'open obligation S: "twice" has weights that do not sum to 1';
    expect(await judge(noDraws)).toMatchObject({ verdict: "unknown", why: open, gap: null });
    const stops: Emit = (ask, world, committed) => {
      if (world.target.next(committed).support.length < 2) throw new Error("it broke");
      return noDraws(ask, world, committed);
    };
    expect(await why(stops)).toBe(`${open}; in a world with small denominators it stops: it broke`);
  });
});

describe("unknown is what is too large", () => {
  test("more than three tokens with text a side", async () => {
    expect(await why(right, tokenStrings("a b c d", "a b", 1))).toBe("the target has more than 3 tokens with text");
    expect(await why(right, tokenStrings("a b", "a b c d", 1))).toBe("the drafter has more than 3 tokens with text");
    expect(await judge(right, tokenStrings("a b c .", "a b c .", 1, "."))).toMatchObject({ verdict: "proved" });
    expect(await why(right, tokenStrings("a b c .", "a b c d .", 1, "."))).toBe(
      "the drafter has more than 3 tokens with text",
    );
  });
  test("a lookahead of more than 2", async () => {
    expect(await why(right, tokenStrings("a b", "a b", 3))).toBe("the lookahead is more than 2");
    expect(await judge(right, tokenStrings("a b", "a b", 2))).toMatchObject({ verdict: "proved" });
  });
  test("more work than is given: each way to eliminate has a larger share of it", async () => {
    const given = (work: number | Work, world = letters, algorithm = sd) =>
      symbolicLossless(world, algorithm, { seed: 1, work, solver: solver() });
    expect(await given(100)).toMatchObject({
      verdict: "unknown",
      why: "no proof: stopped after 30 products of monomials",
    });
    expect(await given(100, tokenStrings("c a b", "a b", 1), tli)).toMatchObject({
      why: "no proof: stopped after 9 products of monomials",
    });
    const work = new Work();
    expect(await given(work, letters, mutant(right))).toMatchObject({ verdict: "proved" });
    const needed = work.formed;
    // Six tenths are not enough for the first way, but it uses them up; the second has what that leaves, just enough.
    expect(await given(2 * needed, letters, mutant(right))).toMatchObject({ verdict: "proved" });
    expect(await given(2 * needed - 1, letters, mutant(right))).toMatchObject({ verdict: "unknown" });
  });
  test("what the way says that came further than the others", async () => {
    const alsoDrafts: typeof sd = {
      ...sd,
      round: (world, state) => (ask) => {
        noDraws(ask, world, []);
        return sd.round(world, state)(ask);
      },
    };
    const judged = (work: number | Work) => symbolicLossless(letters, alsoDrafts, { seed: 1, work, solver: solver() });
    const work = new Work();
    expect((await judged(work)).why).toMatch(/^open obligation S/);
    // Two ways take less than all of this, and the first one more than three tenths.
    expect((await judged(work.formed)).why).toMatch(/^open obligation S/);
  });
  test("more than 200 cases", async () => {
    /** Asks for one mass after the other until one is zero: a fork and a case each; the first is one of a product, with a case more. */
    const forks =
      (count: number, product: boolean): Emit =>
      (ask, world, committed) => {
        const { field, drafter } = world;
        const digits = (at: number) => Array.from(at.toString(2), Number) as Token<"drafter">[];
        const weight = (at: number) => drafter.next(digits(at)).weight(0 as Token<"drafter">);
        const first = () => (product ? field.mul(weight(0), weight(count)) : weight(0));
        for (let at = 0; at < count; at++) {
          if (!ask.possible("a", () => (at === 0 ? first() : weight(at)))) break;
        }
        return right(ask, world, committed);
      };
    // With those that fork: 1 + 2 · 98 + 3, and 1 + 2 · 100.
    expect(await judge(forks(99, true))).toMatchObject({ verdict: "proved" });
    expect(await why(forks(100, false))).toBe("no formulas: the program makes more than 200 cases of its laws");
  });
});

describe("cases", () => {
  const probability =
    (token: number): Emit =>
    (ask, world, committed) => {
      const p = world.target.next(committed);
      ask.possible("mass", () => p.weight(token as Token<"target">));
      return right(ask, world, committed);
    };
  test("are all proved: where a mass is positive, where it is zero; a law without mass is none", async () => {
    expect(await judge(probability(0))).toMatchObject({ verdict: "proved" });
    const both: Emit = (ask, world, committed) => {
      const p = world.target.next(committed);
      for (const token of p.support) ask.possible("mass", () => p.weight(token));
      return right(ask, world, committed);
    };
    expect(await judge(both)).toMatchObject({ verdict: "proved" });
  });
  test("may leave no law: where the whole mass is zero", async () => {
    const emit: Emit = (ask, world, committed) => {
      const { field, drafter } = world;
      const p = world.target.next(committed);
      const [a, b] = [0, 1].map((token) => p.weight(token as Token<"target">)) as [
        typeof field.zero,
        typeof field.zero,
      ];
      const q = drafter.next([0] as Token<"drafter">[]).weight(0 as Token<"drafter">);
      ask.possible("p(a) + p(b) q(a)", () => field.add(a, field.mul(b, q)));
      return right(ask, world, committed);
    };
    expect(await judge(emit)).toMatchObject({ verdict: "proved" });
  });
  test("show a fault on a face only", async () => {
    const emit: Emit = (ask, world, committed) => {
      const q = world.drafter.next([0] as Token<"drafter">[]);
      const has = ask.possible("a", () => q.weight(0 as Token<"drafter">));
      return has ? right(ask, world, committed) : [1 as Token<"target">];
    };
    expect(await judge(emit)).toMatchObject({ verdict: "refuted", why: expect.stringContaining("obligation I") });
  });
  test("come from what is divided by, too: where it is zero the formula is none", async () => {
    const emit: Emit = (ask, world, committed) => {
      const { field, drafter } = world;
      const q = drafter.next([0] as Token<"drafter">[]).weight(0 as Token<"drafter">);
      ask.sample("quotient", () => dist(field, [0], [field.div(q, q)]));
      return right(ask, world, committed);
    };
    expect(await judge(emit, letters, { found: "unknown" })).toMatchObject({
      verdict: "unknown",
      why: expect.stringContaining("no formulas: a weight divides by what is zero for all laws"),
    });
  });
  test("of which the last ones are judged first keep the longest emission of all", async () => {
    const emit: Emit = (ask, { target, drafter }, committed) => {
      const first = ask.sample("target", () => target.next(committed));
      const q = drafter.next([0] as Token<"drafter">[]);
      if (!ask.possible("a", () => q.weight(0 as Token<"drafter">))) return [first];
      return [first, ask.sample("target", () => target.next([...committed, first]))];
    };
    expect(await judge(emit)).toMatchObject({
      verdict: "proved",
      scope: expect.stringContaining("padded to 2 tokens"),
    });
  });
});

describe("nothing is done twice", () => {
  /** How often an algorithm is begun on unknown laws and on those of random worlds, and a solver asked. */
  const counted = async (emit: Emit) => {
    const counts = { unknown: 0, random: 0, asked: 0 };
    const algorithm: ReturnType<typeof mutant> = {
      ...mutant(emit),
      start: (world) => {
        counts[(world.field as unknown) === rational ? "random" : "unknown"]++;
        return mutant(emit).start(world);
      },
    };
    const ask = async (): Promise<Answer> => {
      counts.asked++;
      return { found: "none" };
    };
    const { verdict } = await symbolicLossless(letters, algorithm, { seed: 1, solver: { ask } });
    return { verdict, ...counts };
  };
  test("what a random world refutes is not tried in another way, nor is a solver asked", async () => {
    expect(await counted(drafted)).toMatchObject({ verdict: "refuted", unknown: 1, asked: 0 });
  });
  test("random worlds are looked at once, 200 of them, and every way is tried", async () => {
    expect(await counted(noDraws)).toMatchObject({ verdict: "unknown", unknown: 2, random: 200 });
  });
});

describe("what a program does wrong is told", () => {
  test("branching on weights, and rounds that are none", async () => {
    const compares: Emit = (ask, world, committed) => {
      const weight = world.target.next(committed).weight(0 as Token<"target">) as unknown as number;
      return weight > 0.5 ? [0 as Token<"target">] : right(ask, world, committed);
    };
    expect(await why(compares)).toMatch(/^no formulas: a symbolic weight was used as a number/);
    expect(await why(() => [])).toMatch(/^no formulas: algorithm "mutant" ended a round without a token/);
    const empty: Emit = (ask, { field }) => [
      ask.sample("draw", () => dist(field, [0 as Token<"target">], [field.zero])),
    ];
    expect(await why(empty)).toMatch(/^no formulas: "draw" draws from a law without mass/);
  });
  test("any other error is passed on", async () => {
    const fails: Emit = () => {
      throw new Error("it broke");
    };
    await expect(judge(fails)).rejects.toThrow("it broke");
  });
});
