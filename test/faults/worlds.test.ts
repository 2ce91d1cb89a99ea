import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Mutant } from "../../fixtures/faults/mutant.ts";
import { mutants } from "../../fixtures/faults/registry.ts";
import { type Rational, rational } from "../../src/core/num/rational.ts";
import { spell, type Token, tokensOf } from "../../src/core/vocab/vocabulary.ts";
import type { World } from "../../src/core/worlds/world.ts";
import { defaultLimits } from "../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../src/evidence/tiers/enumeration/lossless.ts";
import { distance, experimentsOf } from "../../src/faults/kill-matrix/experiment.ts";
import { packageRoot, readWorld } from "../../src/system/files.ts";

const folder = (name: string): World<Rational>[] => {
  const path = join(packageRoot(), "fixtures", name);
  const files = readdirSync(path).filter((file) => file.endsWith(".json"));
  return files.map((file) => readWorld(rational, join(path, file)));
};

const worlds = [...folder("bed"), ...folder("gauntlet")];
const oneVocabulary = worlds.filter(({ shared }) => shared.sameVocabulary);
const mutant = (id: string): Mutant => mutants.find((one) => one.id === id) as Mutant;

/** Total variation of what a decoder gives from what it should, in the first experiment that shows one. */
const decoderGap = (one: Mutant, world: World<Rational>): string => {
  for (const experiment of experimentsOf(one)) {
    const output = experiment.output(rational, world);
    if (output === undefined) break;
    const gap = distance(rational, output, experiment.expected(rational, world));
    if (!rational.isZero(gap)) return `${rational.print(gap)} in ${experiment.what}`;
  }
  return "0";
};

describe("what no world saw is refuted in a world of the bed", () => {
  test.each([
    ["recurrent-state-keeps-rejected", "two-remembered", "1/2"],
    ["accepted-final-stop-drawn-again", "two-remembered", "3/16"],
    ["ranks-draw-their-own-uniforms", "two-remembered", "3/16"],
    ["prompt-encoded-otherwise", "spelt-otherwise", "1"],
    ["generators-share-a-seed", "two-coins", "1/2"],
    ["generators-share-a-seed-by-block", "turning-memory", "1/4"],
    ["drafter-stream-restarts", "two-coins", "1/2"],
    ["draft-cut-to-top-k-judged-by-raw-q", "broad", "1/26"],
    ["block-product-of-uniforms", "two-remembered", "37275/124729"],
    ["traversal-stale-acceptance", "two-remembered", "29/256"],
    ["lookup-fresh-target-draw", "refrain", "5/18"],
    ["uniforms-zero-in-three-of-four", "two-remembered", "1/8"],
  ])("%s, in %s, by %s", (id, name, gap) => {
    const world = worlds.find((one) => one.name === name) as World<Rational>;
    const one = mutant(id);
    if (!("algorithm" in one)) throw new Error(`${id} is no round`);
    const limits = { ...defaultLimits, contexts: 200, unboundedContexts: 50 };
    expect(lossless(rational, world, one.algorithm, limits)).toMatchObject({ verdict: "refuted", gap });
  });

  test.each([
    ["stop-inside-a-block-ignored", "two-remembered", "1/4 in 2"],
    ["padded-rows-leak", "padding", "1/2 in 1+1 (prompt 2 times)"],
  ])("%s, in %s, by %s", (id, name, gap) => {
    expect(decoderGap(mutant(id), worlds.find((one) => one.name === name) as World<Rational>)).toBe(gap);
  });
});

/** The prompt's context and those that follow it within two tokens. */
const contextsOf = ({ target, prompt }: World<Rational>): Token<"target">[][] => {
  const start = target.tokenizer.encode(prompt);
  const tokens = tokensOf(target.tokenizer.vocabulary).slice(0, 9);
  return [start, ...tokens.flatMap((x) => [[...start, x], ...tokens.map((y) => [...start, x, y])])];
};

const p = ({ target }: World<Rational>, context: Token<"target">[], x: Token<"target">): Rational =>
  target.next(context).weight(x);

const q = ({ drafter, shared }: World<Rational>, context: Token<"target">[], x: Token<"target">): Rational =>
  drafter
    .next(context.map((token) => shared.toDrafter(token) as Token<"drafter">))
    .weight(shared.toDrafter(x) as Token<"drafter">);

const isLess = (a: Rational, b: Rational): boolean => rational.compare(a, b) < 0;

/** What a world has that some fault needs to be seen. */
const features: Readonly<Record<string, (world: World<Rational>) => boolean>> = {
  "a stop token": ({ target }) => target.tokenizer.vocabulary.eos !== null,
  "order 2 or more": ({ target }) => target.order >= 2,
  "a period": ({ target }) => target.period > 1,
  "p(x) = 0": (world) =>
    contextsOf(world).some((context) =>
      tokensOf(world.target.tokenizer.vocabulary).some((x) => rational.isZero(p(world, context, x))),
    ),
  "disjoint supports": (world) =>
    contextsOf(world).some((context) =>
      tokensOf(world.target.tokenizer.vocabulary).every(
        (x) => rational.isZero(p(world, context, x)) || rational.isZero(q(world, context, x)),
      ),
    ),
  "a residual owed behind a ratio below 1": (world) => {
    if (world.lookahead < 2) return false;
    const tokens = tokensOf(world.target.tokenizer.vocabulary);
    const start = world.target.tokenizer.encode(world.prompt);
    return tokens.some((x) => {
      if (x === world.target.tokenizer.vocabulary.eos) return false;
      const ratio = rational.isZero(q(world, start, x))
        ? undefined
        : ([p(world, start, x), q(world, start, x)] as const);
      if (ratio === undefined || rational.isZero(ratio[0]) || !isLess(...ratio)) return false;
      const w = rational.div(...ratio);
      return tokens.some((y) => isLess(q(world, [...start, x], y), rational.mul(w, p(world, [...start, x], y))));
    });
  },
  "a prompt whose letters differ from T(prompt)": ({ target, prompt }) => {
    const { tokenizer } = target;
    const letters = [...prompt].flatMap((letter) => tokenizer.encode(letter as typeof prompt));
    return spell(tokenizer.vocabulary, letters) === prompt && letters.length !== tokenizer.encode(prompt).length;
  },
  "a prompt that repeats itself": ({ prompt }) => /(...).*\1/.test(prompt),
  "more tokens than an engine's top-k": ({ target }) => target.tokenizer.vocabulary.size > 50,
};

test.each(Object.entries(features))("a world with one vocabulary has %s", (_, has) => {
  expect(oneVocabulary.filter(has).map(({ name }) => name)).not.toEqual([]);
});

test("one world with one vocabulary has a stop token, a memory, a period, zeros and a residual owed behind a ratio", () => {
  const wanted = ["a stop token", "order 2 or more", "p(x) = 0", "a residual owed behind a ratio below 1"];
  const all = oneVocabulary.filter((world) => wanted.every((name) => features[name]?.(world)));
  expect(all.map(({ name }) => name)).toContain("two-remembered");
  const turning = oneVocabulary.filter((world) =>
    ["a stop token", "order 2 or more", "a period"].every((name) => features[name]?.(world)),
  );
  expect(turning.map(({ name }) => name)).toEqual(["turning-memory"]);
});
