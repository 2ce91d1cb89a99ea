import { describe, expect, it } from "vitest";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { dist, mass } from "../../../src/core/law/dist.ts";
import { normalise } from "../../../src/core/law/normalise.ts";
import { residual } from "../../../src/core/law/residual.ts";
import { restrict } from "../../../src/core/law/restrict.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";
import { parseWorld } from "../../../src/core/worlds/parse-world.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { defaultLimits } from "../../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { symbolicLossless } from "../../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import { type Emit, mutant } from "../../support/mutant.ts";
import { tokenStrings } from "../../support/token-strings.ts";

/** Contexts followed: a fault shows soon. */
const limits = { ...defaultLimits, contexts: 60, unboundedContexts: 60 };
const judge = <W>(world: World<W>, algorithm: Algorithm<never> | Algorithm<unknown>) =>
  symbolicLossless(world, algorithm as Algorithm, { seed: 1 });
const two = tokenStrings("a b", "a b", 1);

/** One draft, kept with probability min(1, p/q); `correct` gives the law of the correction. */
const oneDraft =
  (correct: "target" | "residual" | "not normalised"): Emit =>
  (ask, { field, target, drafter, shared }, committed) => {
    const p = target.score(committed, [])(0);
    const q = drafter.next(committed.map((token) => shared.toDrafter(token) as Token<"drafter">));
    const d = ask.sample("draft", () => q);
    const x = shared.toTarget(d) as Token<"target">;
    if (ask.flip("accept", () => field.min(field.one, field.div(p.weight(x), q.weight(d))))) return [x];
    const onTarget = dist(
      field,
      p.support,
      p.support.map((y) => q.weight(shared.toDrafter(y) as Token<"drafter">)),
    );
    if (correct === "target") return [ask.sample("correction", () => p)];
    if (correct === "residual") return [ask.sample("correction", () => residual(field, p, onTarget))];
    const left = p.support.map((y) => field.monus(p.weight(y), onTarget.weight(y)));
    return [ask.sample("correction", () => dist(field, p.support, left))];
  };

const refutedByEnumeration = async (emit: Emit): Promise<void> => {
  const verdict = await judge(two, mutant(emit) as never);
  expect(verdict).toMatchObject({ verdict: "refuted", tier: "symbolic" });
  const world = parseWorld(rational, "counterexample", JSON.stringify(verdict.counterexample));
  expect(lossless(rational, world, mutant(emit), limits).verdict).toBe("refuted");
  expect(verdict.witness?.horizon).toBeGreaterThan(0);
};

describe("each obligation of the symbolic tier refuses what only it sees", () => {
  it("none, where nothing is wrong", async () => {
    expect(await judge(two, mutant(oneDraft("residual")) as never)).toMatchObject({ verdict: "proved" });
  });
  it("I: the correction drawn from the target", async () => {
    expect((await judge(two, mutant(oneDraft("target")) as never)).why).toContain("obligation I");
    await refutedByEnumeration(oneDraft("target"));
  });
  it("I: a residual that is not normalised", () => refutedByEnumeration(oneDraft("not normalised")));
  it("S: two draws that are none, one of mass 2 and one of mass 1/2", async () => {
    const emit: Emit = (ask, { field, target }, committed) => {
      const weighed = (weight: typeof field.one) => () => dist(field, [0], [weight]);
      ask.sample("twice", weighed(field.ratio(2n, 1n)));
      ask.sample("half", weighed(field.ratio(1n, 2n)));
      return [ask.sample("target", () => target.next(committed))];
    };
    const { verdict, why } = await judge(two, mutant(emit) as never);
    expect({ verdict, why }).toEqual({
      verdict: "unknown",
      why: expect.stringContaining('obligation S: "twice" has weights that do not sum to 1'),
    });
  });
  it("R: drafting from T ∩ D without asking whether it has mass", async () => {
    const emit: Emit = (ask, { field, target, drafter, shared }, committed) => {
      const q = drafter.next(committed.map((token) => shared.toDrafter(token) as Token<"drafter">));
      ask.sample("draft", () =>
        normalise(
          field,
          restrict(field, q, (d) => shared.toTarget(d) !== undefined),
        ),
      );
      return [ask.sample("target", () => target.next(committed))];
    };
    const { verdict, why } = await judge(tokenStrings("a b", "a b c", 1), mutant(emit) as never);
    expect({ verdict, why }).toEqual({
      verdict: "unknown",
      why: expect.stringContaining('obligation R: "draft" may be reached where it divides by zero'),
    });
  });
  it("G: a divisor that is zero on an open set and does not cancel", async () => {
    const emit: Emit = (ask, { field, target, drafter, shared }, committed) => {
      const p = target.next(committed);
      const q = drafter.next(committed.map((token) => shared.toDrafter(token) as Token<"drafter">));
      const [a, b] = [p.weight(0 as Token<"target">), q.weight(0 as Token<"drafter">)];
      const excess = () => field.monus(a, b);
      if (ask.flip("excess", excess)) {
        const weights = () => [excess(), field.monus(field.mul(a, a), field.mul(b, b))];
        ask.sample("noise", () => normalise(field, dist(field, [0, 1], weights())));
      }
      return [ask.sample("target", () => p)];
    };
    const { verdict, why } = await judge(two, mutant(emit) as never);
    expect({ verdict, why }).toEqual({ verdict: "unknown", why: expect.stringContaining("obligation G") });
  });
});

describe("the symbolic tier answers unknown", () => {
  it("beyond three tokens with text a side, or lookahead 2", async () => {
    const many = await judge(tokenStrings("a b c d", "a b c d", 1), sd as never);
    expect(many).toMatchObject({ verdict: "unknown", why: "the target has more than 3 tokens with text" });
    const long = await judge(tokenStrings("a b", "a b", 3), sd as never);
    expect(long).toMatchObject({ verdict: "unknown", why: "the lookahead is more than 2" });
  });
  it("when it takes too much work, and that depends on the work alone", async () => {
    // The first of two ways has three tenths of the work.
    const why = "no proof: stopped after 30 products of monomials";
    expect(await symbolicLossless(two, sd, { seed: 1, work: 100 })).toMatchObject({ verdict: "unknown", why });
  });
});

describe("the symbolic tier takes cases", () => {
  it("of a mass that is asked for, and proves both", async () => {
    const emit: Emit = (ask, { field, target, drafter, shared }, committed) => {
      const q = drafter.next(committed.map((token) => shared.toDrafter(token) as Token<"drafter">));
      const onShared = restrict(field, q, (d) => shared.toTarget(d) !== undefined);
      const has = ask.possible("mass", () => mass(field, onShared));
      if (has) ask.sample("draft", () => normalise(field, onShared));
      return [ask.sample("target", () => target.next(committed))];
    };
    expect(await judge(tokenStrings("a b", "a b c", 1), mutant(emit) as never)).toMatchObject({ verdict: "proved" });
  });
  it("and finds a fault that shows on a face only", async () => {
    const emit: Emit = (ask, { target, drafter, shared }, committed) => {
      const q = drafter.next(committed.map((token) => shared.toDrafter(token) as Token<"drafter">));
      if (!ask.possible("a", () => q.weight(0 as Token<"drafter">))) return [1 as Token<"target">];
      return [ask.sample("target", () => target.next(committed))];
    };
    await refutedByEnumeration(emit);
  });
  it("and handles stop tokens", async () => {
    expect(await judge(tokenStrings("a b .", "a b .", 2, "."), sd as never)).toMatchObject({ verdict: "proved" });
  });
});
