import { describe, expect, test } from "vitest";
import { choiceTree } from "../../../../src/core/handlers/symbolic.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { type Expr, expr } from "../../../../src/core/num/expr.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { emissions, identityGaps } from "../../../../src/evidence/tiers/symbolic/identity.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import { difference } from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { Ring } from "../../../../src/evidence/tiers/symbolic/ring.ts";
import { formulas, unknownWorld } from "../../../../src/evidence/tiers/symbolic/unknown-world.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { tokenStrings } from "../../../support/token-strings.ts";

const work = new Work();

const start = () => {
  const ring = new Ring();
  const parts = formulas();
  const world = unknownWorld(tokenStrings("a b", "a b", 1), parts, ring, new Set(), "last");
  return { world, form: new NormalForm(ring) };
};
type Emit = (ask: Ask<Expr>, world: World<Expr>, p: (...after: number[]) => Token<"target">) => Token<"target">[];
/** The gaps of a round, p being a draw from the target after the prompt and these tokens. */
const gapsOf = (emit: Emit) => {
  const { world, form } = start();
  const { target } = world;
  const context = target.tokenizer.encode(world.prompt);
  const tree = choiceTree(
    (ask) =>
      emit(ask, world, (...after) =>
        ask.sample("target", () => target.next([...context, ...after] as Token<"target">[])),
      ),
    () => true,
  );
  const found = [...identityGaps(world, form, tree)];
  const weight = (token: number, ...after: number[]) =>
    form.of(target.next([...context, ...after] as Token<"target">[]).weight(token as Token<"target">));
  const q = (token: number) => form.of(world.drafter.next([0] as Token<"drafter">[]).weight(token as Token<"drafter">));
  return { found, weight, q, tree };
};

describe("a round has the target's law", () => {
  test("of one token, of two, or of one and sometimes two", () => {
    expect(gapsOf((_ask, _world, p) => [p()]).found).toEqual([]);
    expect(
      gapsOf((_ask, _world, p) => {
        const first = p();
        return [first, p(first)];
      }).found,
    ).toEqual([]);
    expect(
      gapsOf((ask, world, p) => {
        const first = p();
        const more = first === 0 && ask.flip("more", () => world.drafter.next([]).weight(0 as Token<"drafter">));
        return more ? [first, p(first)] : [first];
      }).found,
    ).toEqual([]);
  });
});

describe("a round has not", () => {
  test("the drafter's law: by q − p at each token", () => {
    const { found, weight, q } = gapsOf((ask, { drafter }) => {
      const token = ask.sample("draft", () => drafter.next([0] as Token<"drafter">[]));
      return [token as number as Token<"target">];
    });
    expect(found).toEqual(
      [0, 1].map((token) => ({ tokens: [token], difference: difference(work, q(token), weight(token)) })),
    );
  });
  test("where the second token forgets the first", () => {
    const { found } = gapsOf((_ask, _world, p) => [p(), p()]);
    expect(found.map(({ tokens }) => tokens.join())).toEqual(["0,0", "0,1", "1,0", "1,1"]);
  });
  test("what is not emitted is the target's", () => {
    // The first token is b, always; after it the second is right.
    const { found, weight } = gapsOf((_ask, _world, p) => [1 as Token<"target">, p(1)]);
    expect(found.map(({ tokens }) => tokens.join())).toEqual(["0", "1,0", "1,1"]);
    expect(found[0]?.difference).toEqual(difference(work, difference(work, weight(0), weight(0)), weight(0)));
  });
});

test("emissions are the ends of all paths, each once", () => {
  const { tree } = gapsOf((ask, _world, p) => {
    const first = p();
    ask.merge("place", () => "");
    ask.sample("sure", () => dist(expr, [0, 1], [expr.zero, expr.one]));
    return first === 0 ? [first, p(first)] : [1 as Token<"target">];
  });
  expect([...emissions(tree)]).toEqual([
    ["0,0", [0, 0]],
    ["0,1", [0, 1]],
    ["1", [1]],
  ]);
});
