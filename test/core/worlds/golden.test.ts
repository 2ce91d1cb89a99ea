import { describe, expect, test } from "vitest";
import { drafterContext, promptTokens } from "../../../src/core/algorithms/parts/committed.ts";
import { draftText, firstSettled, never } from "../../../src/core/algorithms/parts/draft-text.ts";
import { firstTokenLaw } from "../../../src/core/algorithms/parts/first-token-law.ts";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { lawOf } from "../../../src/core/handlers/law-of.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import type { Program } from "../../../src/core/program/program.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { builtInWorlds, readWorld } from "../../../src/system/files.ts";

const files = new Map(builtInWorlds().map((file) => [/([^/\\]+)\.json$/.exec(file)?.[1], file]));
const builtIn = (name: string) => readWorld(rational, files.get(name) as string);

/** `acceptance`, then `expectedTokens`; computed by hand or by an independent program, never by this one. */
interface Golden {
  sd?: string;
  union: string;
  tli: string;
  slem: string;
  slrs: string;
}

// biome-ignore format: a table
const golden: [world: string, rates: Golden][] = [
  ["crossing-words-1",    { union: "11/20 31/20",      tli: "3/5 8/5",      slem: "3/10 529/400",       slrs: "3/5 1" }],
  ["crossing-words-2",    { union: "11/20 741/400",    tli: "3/5 49/25",    slem: "13/40 22697/16000",  slrs: "4/5 1" }],
  ["crossing-words-3",    { union: "11/20 16151/8000", tli: "3/5 272/125",  slem: "13/40 935859/640000", slrs: "4/5 1" }],
  ["hello-world-1",       { union: "3/5 8/5",          tli: "3/5 8/5",      slem: "3/20 23/20",         slrs: "3/5 1" }],
  ["hello-world-2",       { union: "3/5 49/25",        tli: "3/5 49/25",    slem: "27/160 1901/1600",   slrs: "13/20 1" }],
  ["hello-world-3",       { union: "3/5 272/125",      tli: "3/5 272/125",  slem: "11/64 2403/2000",    slrs: "13/20 1" }],
  ["letters-for-a-word-1", { union: "1/2 3/2",         tli: "1/2 3/2",      slem: "6/25 31/25",         slrs: "1/2 1" }],
  ["letters-for-a-word-2", { union: "1/2 7/4",         tli: "1/2 7/4",      slem: "39/125 847/625",     slrs: "37/50 1" }],
  ["overlapping",         { union: "1/2 3/2",          tli: "1/2 3/2",      slem: "1/4 5/4",            slrs: "1/2 1" }],
  ["word-of-two-tokens",  { union: "1/2 3/2",          tli: "1/2 3/2",      slem: "1/2 13/8",           slrs: "1/2 1" }],
  ["both-remember",       { union: "7/12 329/180",     tli: "2/3 347/180",  slem: "1/3 22867/15360",    slrs: "11/12 1" }],
  ["two-letters-at-once-1", { union: "2/3 5/3",        tli: "5/6 11/6",     slem: "5/9 46/27",          slrs: "1 1" }],
  ["two-letters-at-once-2", { union: "2/3 19/9",       tli: "5/6 91/36",    slem: "5/9 1489/729",       slrs: "1 1" }],
  ["sure-successor",      { union: "1/2 3/2",          tli: "1/2 3/2",      slem: "1/2 7/4",            slrs: "1/2 1" }],
  ["no-proposal",         { union: "1/2 3/2",          tli: "1/2 3/2",      slem: "3/8 11/8",           slrs: "1/2 1" }],
  ["disjoint",            { union: "0 1",              tli: "0 1",          slem: "0 1",                slrs: "0 1" }],
  ["disjoint-tokens",     { union: "0 1",              tli: "0 1",          slem: "1/4 5/4",            slrs: "1/2 1" }],
  ["shared-without-mass", { union: "0 1",              tli: "0 1",          slem: "0 1",                slrs: "0 1" }],
  ["shorter-is-better-1", { union: "3/4 7/4",          tli: "3/4 7/4",      slem: "3/4 7/4",            slrs: "3/4 1" }],
  ["shorter-is-better-2", { union: "3/4 37/16",        tli: "3/4 37/16",    slem: "1/4 5/4",            slrs: "1/4 1" }],
  ["out-of-reach",        { union: "1/2 15/8",         tli: "1/2 15/8",     slem: "1/2 15/8",           slrs: "1/2 1" }],
  ["target-with-zeros",   { sd: "2/5 39/25",     union: "2/5 39/25",     tli: "2/5 39/25",     slem: "1/5 31/25",      slrs: "2/5 1" }],
  ["point-mass",          { sd: "1 3",           union: "1 3",           tli: "1 3",           slem: "1 3",            slrs: "1 1" }],
  ["three-candidates",    { sd: "2/3 5/3",       union: "2/3 5/3",       tli: "2/3 5/3",       slem: "5/18 23/18",     slrs: "2/3 1" }],
  ["both-stop",           { sd: "17/20 3549/1600", union: "17/20 3549/1600", tli: "17/20 3549/1600", slem: "3/10 12397/9000", slrs: "13/20 1" }],
];

describe.each(golden)("%s", (name, rates) => {
  const world = builtIn(name);
  test.each(Object.entries({ autoregressive: "0 1", ...rates }))("%s", (id, expected) => {
    const algorithm = algorithms.find((one) => one.id === id) as (typeof algorithms)[number];
    const { acceptance, expectedTokens } = lossless(rational, world, algorithm);
    expect(`${acceptance} ${expectedTokens}`).toBe(expected);
    const formula = decide(rational, (algorithm.acceptance as NonNullable<typeof algorithm.acceptance>)(world));
    expect(rational.print(formula)).toBe(acceptance);
  });
});

/** $\psi$ of the first target token at the prompt; tokens that are left out have none. */
const psi: [world: string, law: Record<string, string>][] = [
  ["crossing-words-1", { a: "1/2", b: "1/2" }],
  ["crossing-words-2", { a: "1/4", b: "1/2", ab: "1/4" }],
  ["crossing-words-3", { a: "1/4", b: "1/2", ab: "1/4" }],
  ["hello-world-1", { hello_: "1/4", world: "1/4", wo: "1/4", rld: "1/4" }],
  ["hello-world-2", { hello_: "3/16", world: "5/16", wo: "3/16", rld: "1/4", hello_world: "1/16" }],
  ["hello-world-3", { hello_: "11/64", world: "5/16", wo: "3/16", rld: "1/4", hello_world: "5/64" }],
  ["letters-for-a-word-1", { a: "3/5", b: "2/5" }],
  ["letters-for-a-word-2", { a: "9/25", b: "2/5", ab: "6/25" }],
  ["overlapping", { a: "1/2" }],
  ["word-of-two-tokens", { a: "1" }],
  ["both-remember", { a: "5/12", b: "1/4", ab: "1/3" }],
];

describe.each(psi)("ψ in %s", (name, law) => {
  const world = builtIn(name);
  const { vocabulary } = world.target.tokenizer;
  test.each([
    ["to the cap", never],
    ["until the first token is settled", firstSettled(world)],
  ])("drafting %s", (_, enough) => {
    const context = drafterContext(world, promptTokens(world));
    const first: Program<Rational, Token<"target"> | undefined> = (ask) =>
      world.target.tokenizer.encode(draftText(ask, world, context, enough))[0];
    const drafted = [...lawOf(rational, first, String).outcomes.values()].flatMap(({ value, weight }) =>
      value === undefined ? [] : [[vocabulary.label(value), rational.print(weight)]],
    );
    expect(Object.fromEntries(drafted)).toEqual(law);
    const computed = firstTokenLaw(world, context);
    const printed = computed.support.map((t) => [vocabulary.label(t), rational.print(computed.weight(t))]);
    expect(Object.fromEntries(printed)).toEqual(law);
  });
});

test("with four drafts, ψ of hello-world is that of three", () => {
  const [three, four] = [3, 4].map((lookahead) => {
    const world = { ...builtIn("hello-world-3"), lookahead };
    const law = firstTokenLaw(world, []);
    return law.support.map((t) => `${t}: ${rational.print(law.weight(t))}`).sort();
  });
  expect(four).toEqual(three);
});
