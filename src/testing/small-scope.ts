import { at as itemAt } from "../core/num/at.ts";
import { rational } from "../core/num/rational.ts";
import type { LawFile, SideFile, WorldFile } from "./world-file.ts";

/** A side of a small world: words over two letters, at most two letters long, and one law for every context. */
interface SmallSide {
  readonly words: readonly string[];
  readonly law: LawFile;
}

const WORDS = ["a", "b", "aa", "ab", "ba", "bb"];

/** Ways to share `total` among `parts`, in order. */
const shares = (total: number, parts: number): number[][] =>
  parts === 1
    ? [[total]]
    : Array.from({ length: total + 1 }, (_, first) =>
        shares(total - first, parts - 1).map((rest) => [first, ...rest]),
      ).flat();

/** Every vocabulary with every law whose probabilities are multiples of 1/grid. */
const smallSides = (grid: number): SmallSide[] => {
  const sides: SmallSide[] = [];
  for (let chosen = 1; chosen < 1 << WORDS.length; chosen++) {
    const words = WORDS.filter((_, at) => (chosen >> at) & 1);
    for (const share of shares(grid, words.length)) {
      const law = words.flatMap((word, at): [string, string][] =>
        share[at] === 0 ? [] : [[word, rational.print(rational.ratio(BigInt(itemAt(share, at)), BigInt(grid)))]],
      );
      sides.push({ words, law: Object.fromEntries(law) });
    }
  }
  return sides;
};

/** Every small world, by its number. */
export interface SmallScope {
  readonly size: number;
  at(index: number): WorldFile;
}

const sideFile = ({ words, law }: SmallSide): SideFile => ({
  vocabulary: words,
  eos: null,
  tokenizer: "longest-prefix",
  model: { kind: "markov", order: 0, rows: [], otherwise: law },
});

/**
 * Every pair of vocabularies over two letters with tokens of at most two letters, every pair of laws with probabilities
 * that are multiples of 1/grid, lookahead 1 and 2.
 */
export function smallScope(grid: number): SmallScope {
  const sides = smallSides(grid);
  const pairs = sides.length ** 2;
  return {
    size: 2 * pairs,
    at: (index) => {
      const pair = index % pairs;
      return {
        format: "lossless-world/1",
        name: `small-${grid}-${index}`,
        prompt: "",
        lookahead: 1 + Math.floor(index / pairs),
        target: sideFile(itemAt(sides, Math.floor(pair / sides.length))),
        drafter: sideFile(itemAt(sides, pair % sides.length)),
      };
    },
  };
}

/**
 * `count` numbers below `size`, all different and spread evenly; the seed shifts them. With `shards`, only those of one
 * share.
 */
export function* slice(size: number, count: number, seed: number, shard = 0, shards = 1): Generator<number> {
  let stride = Math.floor(size * 0.6180339887498949) | 1;
  while (gcd(stride, size) !== 1) stride += 2;
  for (let k = shard; k < Math.min(count, size); k += shards) {
    yield Number((BigInt(seed) * 7_919n + BigInt(k) * BigInt(stride)) % BigInt(size));
  }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
