import { expect, test } from "vitest";
import { slem } from "../../../src/core/algorithms/slem.ts";
import { slrsBlock } from "../../../src/core/algorithms/slrs-block.ts";
import { slrsMulti } from "../../../src/core/algorithms/slrs-multi.ts";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { tliBlock } from "../../../src/core/algorithms/tli-block.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { expectedTokens } from "../../../src/experiments/measures/expected-tokens.ts";
import { sharedDraftLaw } from "../../../src/experiments/measures/shared-draft-law.ts";
import { wordBounds } from "../../../src/experiments/measures/word-bounds.ts";
import { tinyWorld } from "../../../src/experiments/worlds/tiny-world.ts";
import { twoLetterWorld } from "../../../src/experiments/worlds/two-letter-world.ts";

const random = stream(21, "word sums");
const worlds: World<Rational>[] = Array.from({ length: 16 }, (_, at) => {
  const family = at % 2 === 0 ? "random" : "text";
  const lookahead = 1 + (at % 3);
  return at < 8
    ? tinyWorld(family, Math.min(lookahead, 2), random)
    : twoLetterWorld(rational, family, lookahead, random);
});

test("sums over words are the expected tokens of a round that enumeration finds", () => {
  for (const world of worlds) {
    const text = wordBounds(rational, world);
    const shared = wordBounds(rational, world, (it, start) => sharedDraftLaw(rational, it, start));
    const sums = [text.exactMatch, text.tokenwise, text.optimum, shared.tokenwise, shared.optimum];
    const found = [slem, slrsMulti, slrsBlock, tli, tliBlock].map((one) => expectedTokens(rational, world, one));
    expect(sums.map(rational.print)).toEqual(found.map(rational.print));
  }
});

test("the two verifiers of one word differ in some of these worlds, and so do the two words", () => {
  const sums = worlds.map((world) => ({
    text: wordBounds(rational, world),
    shared: wordBounds(rational, world, (it, start) => sharedDraftLaw(rational, it, start)),
  }));
  expect(sums.some(({ text }) => rational.compare(text.tokenwise, text.optimum) < 0)).toBe(true);
  expect(sums.some(({ text, shared }) => !rational.equal(text.optimum, shared.optimum))).toBe(true);
});
