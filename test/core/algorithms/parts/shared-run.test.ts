import { describe, expect, test } from "vitest";
import { draftRun, runLaw } from "../../../../src/core/algorithms/parts/shared-run.ts";
import { lawOf } from "../../../../src/core/handlers/law-of.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { chain, iid, toyWorld, written } from "../../../support/toy-world.ts";

/** T = {a, b, .} and D = {b, a, c, .}: after a, each of the four; a run may go on, end before c, or end with the stop. */
const world = (lookahead: number) =>
  toyWorld(
    iid({ a: "1/2", b: "1/4", ".": "1/4" }, { eos: "." }),
    chain(
      { b: "1/8", a: "3/8", c: "1/4", ".": "1/4" },
      { a: { b: "1/4", a: "1/4", c: "1/4", ".": "1/4" } },
      { eos: "." },
    ),
    lookahead,
  );
const target = (...tokens: number[]) => tokens as Token<"target">[];

describe("a run of shared drafts", () => {
  const runs = (lookahead: number, first: number) => {
    const here = world(lookahead);
    const { outcomes } = lawOf(rational, (ask) => draftRun(ask, here, [], first as Token<"drafter">), String);
    return Object.fromEntries([...outcomes].map(([run, { weight }]) => [run, rational.print(weight)]));
  };
  test("ends before what the target lacks, with the stop token, or at the lookahead", () => {
    // From a, in the target's numbers: a = 0, b = 1, the stop 2.
    expect(runs(2, 1)).toEqual({ "0,1": "1/4", "0,0": "1/4", 0: "1/4", "0,2": "1/4" });
    expect(runs(1, 1)).toEqual({ 0: "1" });
    expect(runs(3, 3)).toEqual({ 2: "1" });
    expect(runs(3, 2)).toEqual({ "": "1" });
  });
});

describe("the law of the run", () => {
  const law = (lookahead: number, ...prefix: number[]) => {
    const { mass, next, law } = runLaw(world(lookahead), [])(target(...prefix));
    return { mass: rational.print(mass), next: written(next), law: written(law) };
  };
  test("at the start: of drafts whose first token is shared", () => {
    const next = { 0: "3/8", 1: "1/8", 2: "1/4" };
    expect(law(2)).toEqual({ mass: "3/4", next, law: { 0: "1/2", 1: "1/6", 2: "1/3" } });
  });
  test("after a: with its mass, what follows it; c is missing, and with it the run ends", () => {
    const next = { 0: "3/32", 1: "3/32", 2: "3/32" };
    expect(law(2, 0)).toEqual({ mass: "3/8", next, law: { 0: "1/4", 1: "1/4", 2: "1/4" } });
  });
  test("at the lookahead and after the stop token nothing goes on", () => {
    expect(law(2, 0, 1)).toEqual({ mass: "3/32", next: {}, law: {} });
    expect(law(3, 0, 2)).toEqual({ mass: "3/32", next: {}, law: {} });
    expect(law(2, 2)).toEqual({ mass: "1/4", next: {}, law: {} });
  });
  test("no run begins with what is not drafted", () => {
    expect(law(3, 2, 0).mass).toBe("0");
    expect(law(1, 0, 0).mass).toBe("0");
  });
});
