import { describe, expect, test } from "vitest";
import type { Expr } from "../../../../src/core/num/expr.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { Ring } from "../../../../src/evidence/tiers/symbolic/ring.ts";
import {
  type Eliminated,
  EmptyCase,
  eliminations,
  formulas,
  plainPrompt,
  unknownWorld,
} from "../../../../src/evidence/tiers/symbolic/unknown-world.ts";
import { tokenStrings } from "../../../support/token-strings.ts";
import { iid, toyWorld } from "../../../support/toy-world.ts";

const start = (world = tokenStrings("a b c", "a b d", 2), eliminated: Eliminated = "last", ...zeros: string[]) => {
  const ring = new Ring();
  const parts = formulas();
  return { ring, parts, unknown: unknownWorld(world, parts, ring, new Set(zeros), eliminated) };
};
const target = (...tokens: number[]) => tokens as Token<"target">[];
const drafter = (...tokens: number[]) => tokens as Token<"drafter">[];

describe("an unknown law", () => {
  test("has one unknown for each token, by side, token and context, and is the same when asked again", () => {
    const { ring, parts, unknown } = start();
    const p = unknown.target.next(target(0, 1));
    const q = unknown.drafter.next(drafter());
    expect(p.support.map((token) => p.weight(token).name)).toEqual([
      "p(0 after 0,1)",
      "p(1 after 0,1)",
      "p(2 after 0,1)",
    ]);
    expect(q.support.map((token) => q.weight(token).name)).toEqual(["q(0 after )", "q(1 after )", "q(2 after )"]);
    expect(unknown.target.next(target(0, 1))).toBe(p);
    expect(ring.laws.map(({ side, context }) => [side, context])).toEqual([
      ["target", [0, 1]],
      ["drafter", []],
    ]);
    expect([...parts.seen.keys()]).toEqual(["target 0,1", "drafter "]);
    expect([...parts.seen.values()]).toEqual(ring.laws);
  });
  test("shares its unknowns with the other cases of the row", () => {
    const { parts } = start();
    expect(parts.unknown("p")).toBe(parts.unknown("p"));
    expect(parts.unknown("p")).not.toBe(parts.unknown("q"));
  });
  test("lists tokens of probability 0 in no case that says so; one token is certain; none is no law", () => {
    const zeros = ["p(1 after )", "q(0 after )", "q(1 after )", "p(0 after 0)", "p(1 after 0)", "p(2 after 0)"];
    const { unknown, ring } = start(undefined, "last", ...zeros);
    expect(unknown.target.next(target()).support).toEqual([0, 2]);
    const q = unknown.drafter.next(drafter());
    expect(q.support).toEqual([2]);
    expect(q.weight(2 as Token<"drafter">)).toBe(unknown.field.one);
    expect(ring.laws.map(({ tokens }) => tokens)).toEqual([[0, 2], [2]]);
    expect(() => unknown.target.next(target(0))).toThrow(EmptyCase);
    expect(() => unknown.target.next(target(0))).toThrow("a law without mass");
    expect(new EmptyCase().name).toBe("EmptyCase");
  });
  test("depends on all the context, at any position", () => {
    const { unknown } = start();
    expect([unknown.target.order, unknown.target.period]).toEqual([Number.POSITIVE_INFINITY, 1]);
    expect([unknown.target.state(target(0, 1)), unknown.drafter.state(drafter(2))]).toEqual(["0,1", "2"]);
    const names = (law: { support: readonly Token<"target">[]; weight(token: Token<"target">): Expr } | undefined) =>
      law?.support.map((token) => law.weight(token).name);
    const scored = unknown.target.score(target(0), target(1, 2));
    const contexts = [target(0), target(0, 1), target(0, 1, 2)];
    expect([0, 1, 2].map((at) => names(scored(at)))).toEqual(
      contexts.map((context) => names(unknown.target.next(context))),
    );
  });
});

test("the world is otherwise the same", () => {
  const world = { ...tokenStrings("a b", "a b", 2), candidates: 5 };
  const { unknown, parts } = start(world);
  const { name, lookahead, candidates, prompt, field } = unknown;
  expect({ name, lookahead, candidates, prompt }).toEqual({
    name: world.name,
    lookahead: 2,
    candidates: 5,
    prompt: "a",
  });
  expect(field).toBe(parts.field);
  expect(unknown.target.tokenizer).toBe(world.target.tokenizer);
  expect(unknown.drafter.tokenizer).toBe(world.drafter.tokenizer);
});

describe("whose probability is eliminated comes last", () => {
  const order = (strings: readonly [string, string], eliminated: Eliminated, ...zeros: string[]) => {
    const { ring, unknown } = start(tokenStrings(...strings, 1), eliminated, ...zeros);
    const [p, q] = [unknown.target.next(target()), unknown.drafter.next(drafter())];
    for (const [at, law] of [p, q].entries()) {
      const { tokens = [], formulas: inOrder } = ring.laws[at] ?? {};
      expect(inOrder).toEqual(tokens.map((token) => law.weight(token as never)));
    }
    return ring.laws.map(({ tokens }) => tokens.join());
  };
  test("the last token", () => expect(order(["c a b", "a b d"], "last")).toEqual(["0,1,2", "0,1,2"]));
  test("the last one that the other side lacks, or the last", () => {
    expect(order(["c a b", "a d e b"], "own")).toEqual(["1,2,0", "0,1,3,2"]);
    expect(order(["a b", "a b"], "own")).toEqual(["0,1", "0,1"]);
  });
  test("the second token, or the last where that has no mass", () => {
    expect(order(["c a b", "a b d"], "second")).toEqual(["0,2,1", "0,2,1"]);
    expect(order(["c a b", "a b d"], "second", "p(1 after )")).toEqual(["0,2", "0,2,1"]);
  });
});

test("two ways to eliminate are one where every side's own tokens come last, or there are none", () => {
  expect(eliminations(tokenStrings("a b", "a b", 1))).toEqual(["own", "second"]);
  expect(eliminations(tokenStrings("a b c", "a b d", 1))).toEqual(["own", "second"]);
  expect(eliminations(tokenStrings("a b", "a b c", 1))).toEqual(["own", "second"]);
  expect(eliminations(tokenStrings("c a b", "a b", 1))).toEqual(["own", "last", "second"]);
  expect(eliminations(tokenStrings("a b", "c a b", 1))).toEqual(["own", "last", "second"]);
});

describe("a plain prompt", () => {
  test("is the first shared token that both sides tokenise to itself", () => {
    expect(plainPrompt(tokenStrings("c b a", "a b", 1))).toBe("b");
    expect(plainPrompt(tokenStrings(". b", "b .", 1, "."))).toBe("b");
    const pairs = { tokenizer: { bpe: [] } };
    const words = { ab: "1/3", a: "1/3", b: "1/3" };
    expect(plainPrompt(toyWorld(iid(words, pairs), iid(words)))).toBe("a");
    expect(plainPrompt(toyWorld(iid(words), iid(words, pairs)))).toBe("a");
    expect(plainPrompt(toyWorld(iid(words), iid(words)))).toBe("ab");
  });
  test("is empty where there is none", () => expect(plainPrompt(tokenStrings("a b", "c d", 1))).toBe(""));
});
