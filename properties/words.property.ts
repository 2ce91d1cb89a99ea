import { expect, test } from "vitest";
import type { WordLaw } from "../src/core/algorithms/parts/beginning.ts";
import { drafterContext, promptTokens } from "../src/core/algorithms/parts/committed.ts";
import { wordsOfTexts } from "../src/core/algorithms/parts/word-law.ts";
import { wordOnTrie } from "../src/core/algorithms/parts/word-on-trie.ts";
import { type Rational, rational } from "../src/core/num/rational.ts";
import { showTokens, type Token } from "../src/core/vocab/vocabulary.ts";
import type { World } from "../src/core/worlds/world.ts";
import { holdsEverywhere, refutedAfter, sampleOf } from "../src/testing/check.ts";
import { replay, type WorldFile, worldOf } from "../src/testing/world-file.ts";
import { anyWorld } from "../src/testing/worlds.ts";

const worlds = anyWorld();
const sample = sampleOf({ seed: 3, runs: 150 });

type Prefix = readonly Token<"target">[];
type Search = (world: World<Rational>, start: readonly Token<"drafter">[]) => WordLaw<Rational>;

/** Where another search finds other masses than the walk over every drafted text, at any prefix of any word. */
const differs =
  (search: Search) =>
  (file: WorldFile): string | undefined => {
    const world = worldOf(rational, file);
    if (!world.target.tokenizer.cutsLongestPrefix) return undefined;
    const start = drafterContext(world, promptTokens(world));
    const [right, found] = [wordsOfTexts(world, start), search(world, start)];
    const at = (prefix: Prefix): string | undefined => {
      const [one, other] = [right(prefix), found(prefix)];
      const tokens = new Set([...one.next.support, ...other.next.support]);
      const masses = [[one.mass, other.mass], ...[...tokens].map((x) => [one.next.weight(x), other.next.weight(x)])];
      if (masses.some(([a, b]) => !rational.equal(a as Rational, b as Rational))) {
        return `after "${showTokens(world.target.tokenizer.vocabulary, prefix)}" the masses differ`;
      }
      for (const x of one.next.support) {
        const below = at([...prefix, x]);
        if (below !== undefined) return below;
      }
      return undefined;
    };
    return at([]);
  };

test(`the search on the trie is the walk over every drafted text, at every prefix (${sample.runs} worlds)`, () => {
  holdsEverywhere("word_on_trie", worlds, differs(wordOnTrie), (file) => replay(file, "slrs-multi"), sample);
});

const wrong: Record<string, Search> = {
  "the drafter reads no context": (world) => wordOnTrie(world, []),
  "one draft more": (world, start) => wordOnTrie({ ...world, lookahead: world.lookahead + 1 }, start),
  "later tokens are those of a fresh draft": (world, start) => {
    const law = wordOnTrie(world, start);
    return (prefix) => (prefix.length < 2 ? law(prefix) : wordOnTrie(world, start)(prefix.slice(1)));
  },
};

test.each(Object.entries(wrong))("refutes: %s", (_, search) => {
  expect(refutedAfter(worlds, differs(search), { ...sample, runs: 400 })).toBeDefined();
});
