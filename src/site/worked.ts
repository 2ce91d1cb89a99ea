import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { begin, oneRound } from "../core/decode/position.ts";
import { decide } from "../core/handlers/decide.ts";
import { enumerate } from "../core/handlers/enumerate.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { showTokens } from "../core/vocab/vocabulary.ts";
import { parseWorld } from "../core/worlds/parse-world.ts";
import type { World } from "../core/worlds/world.ts";
import { lossless } from "../evidence/tiers/enumeration/lossless.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";

/** One thing a round may emit, with its probability derived by hand. */
export interface WorkedPath {
  /** Tokens with a dot between them. */
  readonly emitted: string;
  /** Products and sums of fractions, as "3/4 * 2/3 + 1/4". */
  readonly probability: string;
  readonly because: string;
}

/** An example worked out by hand: `fixtures/worked/ID.json`. A test compares it with what the algorithm's code gives. */
export interface WorkedExample {
  readonly about: string;
  /** In the format of world files. */
  readonly world: object;
  readonly paths: readonly WorkedPath[];
  /** Probability that the first proposed token is accepted, by hand. */
  readonly acceptance: string;
  /** Expected tokens a round, by hand. */
  readonly tokens: string;
  /** Ids of algorithms to set beside it in the same world. */
  readonly compare?: readonly string[];
}

/** The example of one algorithm. */
export function workedExample(root: string, id: string): WorkedExample {
  return JSON.parse(readFileSync(join(root, "fixtures", "worked", `${id}.json`), "utf8"));
}

/** What the algorithm's code gives in the example's world, all fractions exact. */
export interface Computed {
  /** Emissions of one round from the prompt. */
  readonly emissions: ReadonlyMap<string, string>;
  /** The closed formula, where there is one. */
  readonly formula: string | undefined;
  readonly verdict: Verdict;
}

/** Runs one round of an algorithm, and its verdict, in a world. */
export function compute(algorithm: Algorithm, world: World<Rational>): Computed {
  const law = new Map<string, Rational>();
  enumerate(rational, oneRound(world, algorithm, begin(world, algorithm)), ({ emitted }, weight) => {
    const name = showTokens(world.target.tokenizer.vocabulary, emitted);
    law.set(name, rational.add(law.get(name) ?? rational.zero, weight));
  });
  const { acceptance } = algorithm;
  return {
    emissions: new Map([...law].map(([name, weight]) => [name, rational.print(weight)])),
    formula: acceptance && rational.print(decide(rational, acceptance(world))),
    verdict: lossless(rational, world, algorithm),
  };
}

/** The example's world. */
export function worldOf(id: string, { world }: WorkedExample): World<Rational> {
  return parseWorld(rational, `fixtures/worked/${id}.json`, JSON.stringify(world));
}
