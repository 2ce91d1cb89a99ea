import { describe, expect, test } from "vitest";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import type { Dist } from "../../../../src/core/law/dist.ts";
import { type Rational, rational } from "../../../../src/core/num/rational.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { parseWorld } from "../../../../src/core/worlds/parse-world.ts";
import { defaultLimits } from "../../../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../../../src/evidence/tiers/enumeration/lossless.ts";
import { searchRandomly, tryLaws } from "../../../../src/evidence/tiers/symbolic/counterexample.ts";
import type { UnknownLaw } from "../../../../src/evidence/tiers/symbolic/ring.ts";
import type { WrittenLaw } from "../../../../src/evidence/tiers/symbolic/written-world.ts";
import { mutant } from "../../../support/mutant.ts";
import { tokenStrings } from "../../../support/token-strings.ts";
import { iid, ratio, toyWorld, written } from "../../../support/toy-world.ts";

const letters = tokenStrings("a b", "a b", 1);
const target = (weights: string, context: number[] = [], side: WrittenLaw["side"] = "target"): WrittenLaw => ({
  side,
  context,
  weights: weights.split(" ").map(ratio),
});
const drafter = (weights: string, context: number[] = []): WrittenLaw => target(weights, context, "drafter");

/** Emits the drafter's token. */
const drafted = mutant((ask, { drafter, shared }, committed) => {
  const context = committed.map((token) => shared.toDrafter(token) as Token<"drafter">);
  return [shared.toTarget(ask.sample("draft", () => drafter.next(context))) as Token<"target">];
});
/** The target's token, weighed by half: half of the mass is lost. */
const halved = mutant((ask, { field, target }, committed) => {
  const p = target.next(committed);
  return [
    ask.sample("half", () => ({
      support: p.support,
      weight: (token: Token<"target">) => field.div(p.weight(token), field.ratio(2n, 1n)),
    })),
  ];
});
/** Right after the prompt, and the drafter's token later. */
const draftedLater = mutant((ask, { target, drafter, shared }, committed) => {
  const context = committed.map((token) => shared.toDrafter(token) as Token<"drafter">);
  if (committed.length < 2) return [ask.sample("target", () => target.next(committed))];
  return [shared.toTarget(ask.sample("draft", () => drafter.next(context))) as Token<"target">];
});
const failing = mutant(() => {
  throw new Error("it broke");
});

describe("an algorithm among given laws", () => {
  const laws = [target("1/3 2/3"), drafter("1/2 1/2")];
  test("that loses nothing is not refuted", () => {
    expect(tryLaws(letters, sd, laws)).toEqual({ found: "nothing" });
  });
  test("whose round differs is refuted, by a world in which enumeration says so", () => {
    const trial = tryLaws(letters, drafted, laws);
    if (trial.found !== "refuted") throw new Error(`found ${trial.found}`);
    expect(trial.world).toMatchObject({ name: `${letters.name}, a counterexample` });
    expect(trial.verdict).toMatchObject({ verdict: "refuted", gap: "1/6", witness: { target: "1/3", output: "1/2" } });
    const read = parseWorld(rational, "counterexample", JSON.stringify(trial.world));
    // Contexts enough to see a generation from the prompt go wrong.
    const limits = { ...defaultLimits, contexts: 60, unboundedContexts: 60 };
    expect(lossless(rational, read, drafted, limits)).toEqual(trial.verdict);
    expect(tryLaws(letters, drafted, [target("1/2 1/2"), drafter("1/2 1/2")])).toEqual({ found: "nothing" });
  });
  test("only the first round is looked at where it is right", () => {
    expect(tryLaws(letters, draftedLater, laws)).toEqual({ found: "nothing" });
  });
  test("that stops there: its message", () => {
    expect(tryLaws(letters, failing, laws)).toMatchObject({
      found: "error",
      message: "it broke",
      world: { lookahead: 1 },
    });
  });
  test("whose draws are none: what the enumeration says", () => {
    expect(tryLaws(letters, halved, laws)).toMatchObject({ found: "refuted", verdict: { gap: "1/4" } });
  });
  test("is not tried where a tokenizer cannot be written", () => {
    const side = iid({ b: "1/2", ab: "1/2" }, { tokenizer: { bpe: [["a", "b"]] } });
    expect(tryLaws(toyWorld(side, side), failing, [])).toEqual({ found: "nothing" });
  });
});

describe("a search among random laws", () => {
  const unknown = (side: UnknownLaw["side"], context: number[]): UnknownLaw => ({
    side,
    context,
    tokens: [0, 1],
    formulas: [],
  });
  const laws = [unknown("target", [0]), unknown("drafter", [0]), unknown("target", [0, 1]), unknown("drafter", [0, 1])];

  test("finds the same counterexample from the same seed", () => {
    const trial = searchRandomly(letters, drafted, laws, 1);
    expect(trial).toMatchObject({ found: "refuted", world: { target: { model: { order: 0 } } } });
    expect(searchRandomly(letters, drafted, laws, 1)).toEqual(trial);
    const others = [2, 3, 4, 5].map((seed) => JSON.stringify(searchRandomly(letters, drafted, laws, seed)));
    expect(new Set([...others, JSON.stringify(trial)]).size).toBeGreaterThan(2);
  });
  test("in laws of halves, thirds, quarters and fifths, zeros included, of which every other has no memory", () => {
    const seen = { denominators: new Set<string>(), sizes: new Set<number>(), laws: [new Set(), new Set()] as const };
    const orders: number[] = [];
    const watching = mutant((_ask, { target }, committed) => {
      const law = target.next(committed);
      const weights = written(law as Dist<Rational, Token<"target">>);
      for (const weight of Object.values(weights)) seen.denominators.add(weight.split("/")[1] ?? "1");
      seen.sizes.add(law.support.length);
      seen.laws[(orders.length % 2) as 0 | 1].add(JSON.stringify(weights));
      throw new Error(`the try ${orders.push(target.order)}`);
    });
    const trial = searchRandomly(tokenStrings("a b c", "a b", 1), watching, laws, 1);
    expect([...seen.denominators].sort()).toEqual(["1", "2", "3", "4", "5"]);
    expect([...seen.sizes].sort()).toEqual([1, 2, 3]);
    for (const { size } of seen.laws) expect(size).toBeGreaterThan(20);
    expect(orders).toHaveLength(200);
    expect(new Set(orders.filter((_, at) => at % 2 === 0))).toEqual(new Set([0]));
    expect(orders.filter((order) => order > 0).length).toBeGreaterThan(80);
    // The first error is told.
    expect(trial).toMatchObject({ found: "error", message: "the try 1" });
  });
  test("in laws that depend on the context, for what shows only there", () => {
    /** Right where the drafter's law after the prompt is that after nothing. */
    const subtle = mutant((ask, { field, target, drafter }, committed) => {
      const [here, nowhere] = [drafter.next([0] as Token<"drafter">[]), drafter.next([])];
      const [first] = here.support as [Token<"drafter">];
      const same = !ask.possible("other", () => field.monus(here.weight(first), nowhere.weight(first)));
      if (same) return [ask.sample("target", () => target.next(committed))];
      return [0 as Token<"target">];
    });
    const trial = searchRandomly(letters, subtle, laws, 1);
    expect(trial).toMatchObject({ found: "refuted", world: { drafter: { model: { kind: "table" } } } });
  });
  test("finds nothing where nothing is wrong", () => {
    expect(searchRandomly(letters, sd, laws, 1)).toEqual({ found: "nothing" });
  });
});
