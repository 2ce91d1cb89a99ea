import type { Mutant } from "../../fixtures/faults/mutant.ts";
import { mutants } from "../../fixtures/faults/registry.ts";
import { rational } from "../../src/core/num/rational.ts";
import { lossless } from "../../src/evidence/tiers/enumeration/lossless.ts";
import type { Verdict } from "../../src/evidence/tiers/verdict.ts";
import { type IidSide, iidWorld } from "../../src/experiments/worlds/iid-world.ts";

/** A world of independent tokens that refutes an algorithm, in words, and what was found there. */
export interface Counterexample {
  readonly target: string;
  readonly drafter: string;
  readonly lookahead: number;
  readonly verdict: Verdict;
  /** Worlds tried before it, all of them proved. */
  readonly smaller: number;
}

const WORDS = ["a", "b", "aa", "ab", "ba", "bb"];

/** Whole weights of a law whose probabilities are multiples of 1/total, none of them zero. */
const shares = (total: number, parts: number): number[][] =>
  parts === 1
    ? [[total]]
    : Array.from({ length: total - parts + 1 }, (_, at) =>
        shares(total - at - 1, parts - 1).map((rest) => [at + 1, ...rest]),
      ).flat();

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** Tokens of a side, and denominator of its law, at most. */
const MOST = { tokens: 3, denominator: 4 };

const vocabularies = Array.from({ length: 2 ** WORDS.length - 1 }, (_, at) =>
  WORDS.filter((_, i) => ((at + 1) >> i) & 1),
).filter(({ length }) => length <= MOST.tokens);

/** Every vocabulary with every law in lowest terms. */
const sides = vocabularies.flatMap((texts) =>
  Array.from({ length: MOST.denominator }, (_, at) => at + 1)
    .filter((total) => total >= texts.length)
    .flatMap((total) => shares(total, texts.length).map((weights) => ({ texts, weights, total })))
    .filter(({ weights }) => weights.reduce(divisor) === 1),
);

const letters = (texts: readonly string[]): number => texts.join("").length;

/** All small worlds: fewest tokens first, then fewest letters, then the shortest draft, then the smallest denominators. */
const small = sides
  .flatMap((target) => sides.flatMap((drafter) => [1, 2].map((lookahead) => ({ target, drafter, lookahead }))))
  .map((world) => {
    const { target, drafter, lookahead } = world;
    const tokens = target.texts.length + drafter.texts.length;
    const order = [tokens, letters([...target.texts, ...drafter.texts]), lookahead, target.total + drafter.total];
    return { world, order: order.reduce((key, part) => 100 * key + part, 0) };
  })
  .sort((a, b) => a.order - b.order)
  .map(({ world }) => world);

const written = ({ texts, weights }: IidSide, total: number): string =>
  texts.map((text, at) => `${text} ${weights[at]}/${total}`).join(", ");

/** The first world, from the smallest on, in which a known fault of `fixtures/faults` changes the law. */
export const smallestCounterexample = (id: string): Counterexample => {
  const mutant = mutants.find((one) => one.id === id) as Mutant;
  if (!("algorithm" in mutant)) throw new Error(`"${id}" is not a fault inside a round`);
  for (const [smaller, { target, drafter, lookahead }] of small.entries()) {
    const verdict = lossless(rational, iidWorld(rational, target, drafter, lookahead), mutant.algorithm);
    if (verdict.verdict === "proved") continue;
    return {
      target: written(target, target.total),
      drafter: written(drafter, drafter.total),
      lookahead,
      verdict,
      smaller,
    };
  }
  throw new Error(`no world of ${small.length} refutes ${id}`);
};
