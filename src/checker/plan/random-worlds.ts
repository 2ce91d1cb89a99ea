import { stream } from "../../core/handlers/random.ts";
import { seedOf } from "../protocol/seeds.ts";
import type { FileLaw, FileModel, FileSide, WorldFile } from "../protocol/wire-world.ts";
import { type Case, makeCase } from "./case.ts";

const LETTERS = [..."abcdefgh"];
/** Words over two letters; the drafter's are others. */
const TARGET_WORDS = ["a", "b", "ab", "ba", "aab"];
const DRAFTER_WORDS = ["b", "a", "bb", "abb"];
/** Weights are whole numbers below this: one part of the tokens has no weight at all. */
const LARGEST_WEIGHT = 12;

/** Sequences of one random world. */
const SEQUENCES = 100;

/**
 * The k-th fresh world of a run: laws that no adapter has seen before, for faults that nobody has thought of. Odd ones have
 * one vocabulary, even ones two.
 */
export function randomCase(master: number, k: number): Case {
  const random = stream(seedOf(master, "random world", k), "world");
  const below = (n: number): number => Math.floor(random() * n);
  const law = (vocabulary: readonly string[], zeros: boolean): FileLaw => {
    const weights = vocabulary.map((): number => (zeros && below(4) === 0 ? 0 : 1 + below(LARGEST_WEIGHT)));
    if (!weights.some((weight) => weight > 0)) weights[below(weights.length)] = 1;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Object.fromEntries(vocabulary.map((token, at) => [token, `${weights[at]}/${total}`]));
  };
  const side = (vocabulary: readonly string[], eos: string | null, period: number, zeros: boolean): FileSide => {
    const contexts = [[], ...vocabulary.map((token) => [token])];
    const model: FileModel = {
      kind: "markov",
      order: 1,
      ...(period > 1 ? { period } : {}),
      rows: Array.from({ length: period }, (_, position) => position).flatMap((position) =>
        contexts.map((context) => ({
          ...(period > 1 ? { position } : {}),
          context,
          next: law(vocabulary, zeros),
        })),
      ),
    };
    return { vocabulary, eos, tokenizer: "longest-prefix", model };
  };
  const two = k % 2 === 0;
  const target = two ? TARGET_WORDS : LETTERS.slice(0, 3 + below(4));
  const drafter = two ? DRAFTER_WORDS : target;
  const eos = !two && below(2) === 0 ? (target.at(-1) as string) : null;
  const period = 1 + below(3);
  const name = `random-${k}`;
  const file: WorldFile = {
    format: "lossless-world/1",
    name,
    prompt: "a",
    lookahead: 1 + below(4),
    target: side(target, eos, period, true),
    drafter: side(drafter, eos, period, false),
  };
  return makeCase(name, file, SEQUENCES);
}
