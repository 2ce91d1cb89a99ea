import { describe, expect, it } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { sdBlock } from "../../../src/core/algorithms/sd-block.ts";
import { begin, oneRound } from "../../../src/core/decode/position.ts";
import { type ChoiceTree, choiceTree } from "../../../src/core/handlers/symbolic.ts";
import { type Expr, printSmt } from "../../../src/core/num/expr.ts";
import { type Token, tokensOf } from "../../../src/core/vocab/vocabulary.ts";
import { Ring } from "../../../src/evidence/tiers/symbolic/ring.ts";
import { z3Solver } from "../../../src/evidence/tiers/symbolic/solver.ts";
import { formulas, unknownWorld } from "../../../src/evidence/tiers/symbolic/unknown-world.ts";
import { tokenStrings } from "../../support/token-strings.ts";

type Emitted = readonly Token<"target">[];

/**
 * The identities once more, and nothing of the normal form: the formulas as the program wrote them, divisions included, over
 * closed simplices and with any value for x/0, given to z3 as they are.
 */
const questions = (algorithm: typeof sd, tokens: string, lookahead: number): string[] => {
  const parts = formulas();
  const ring = new Ring();
  const world = unknownWorld(tokenStrings(tokens, tokens, lookahead), parts, ring, new Set(), "last");
  const { field, target } = world;
  const program = oneRound(world, algorithm, begin(world, algorithm));
  const never = (): never => {
    throw new Error("asked what is possible");
  };
  const tree = choiceTree((ask) => program(ask).emitted, never);
  const start = target.tokenizer.encode(world.prompt);
  const longest = (below: ChoiceTree<Emitted>): number =>
    below.kind === "end"
      ? below.value.length
      : Math.max(...below.next.map((branch) => (branch === undefined ? 0 : longest(branch))));
  const owed = (sequence: Emitted, from: number): Expr =>
    sequence
      .slice(from)
      .map((token, at) => target.next([...start, ...sequence.slice(0, from + at)]).weight(token))
      .reduce(field.mul, field.one);
  const weight = (below: ChoiceTree<Emitted>, sequence: Emitted): Expr => {
    if (below.kind === "end") {
      const { value } = below;
      return value.every((token, at) => token === sequence[at]) ? owed(sequence, value.length) : field.zero;
    }
    if (below.kind === "mark") return weight(below.next[0], sequence);
    return below.next
      .map((branch, at) =>
        branch === undefined ? field.zero : field.mul(below.weights[at] as Expr, weight(branch, sequence)),
      )
      .reduce(field.add, field.zero);
  };
  const all = tokensOf(target.tokenizer.vocabulary);
  let sequences: Emitted[] = [[]];
  for (let at = longest(tree); at > 0; at--) sequences = sequences.flatMap((s) => all.map((token) => [...s, token]));
  return sequences.map((sequence) => {
    const claim = `(assert (not (= ${printSmt(weight(tree, sequence))} ${printSmt(owed(sequence, 0))})))`;
    const laws = ring.laws.flatMap((law) => {
      const names = law.formulas.map((formula) => printSmt(formula));
      return [
        ...names.map((name) => `(declare-const ${name} Real)(assert (>= ${name} 0.0))`),
        `(assert (= 1.0 (+ ${names.join(" ")})))`,
      ];
    });
    return ["(set-logic QF_NRA)", ...laws, claim].join("\n");
  });
};

describe("plain SMT agrees", () => {
  it.each([
    { id: "sd", algorithm: sd, tokens: "a b", lookahead: 1 },
    { id: "sd", algorithm: sd, tokens: "a b c", lookahead: 1 },
    { id: "sd", algorithm: sd, tokens: "a b", lookahead: 2 },
    { id: "sd-block", algorithm: sdBlock, tokens: "a b", lookahead: 1 },
    { id: "sd-block", algorithm: sdBlock, tokens: "a b c", lookahead: 1 },
  ])("$id over $tokens with lookahead $lookahead", async ({ algorithm, tokens, lookahead }) => {
    // The largest of these takes 550,000 steps.
    const solver = z3Solver(4_000_000);
    for (const text of questions(algorithm, tokens, lookahead)) {
      expect(await solver.ask({ text, unknowns: [] })).toEqual({ found: "none" });
    }
  });
});
