import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { promptTokens } from "../../../core/algorithms/parts/committed.ts";
import { generationLaw } from "../../../core/handlers/generation-law.ts";
import { type Rational, rational } from "../../../core/num/rational.ts";
import type { World } from "../../../core/worlds/world.ts";
import { type Difference, difference, type Emission, emissionsOf } from "./difference.ts";
import type { Oracle } from "./oracle.ts";
import { ask } from "./question.ts";

/** What comparing one generation came to. */
export interface Generation {
  /** False where the oracle's question cannot express the drafter's contexts. */
  readonly asked: boolean;
  readonly difference?: Difference | undefined;
}

/** The law of the first `budget` tokens from the prompt as proved functions have it; undefined where the question cannot say it. */
export type ProvedGenerations = (
  world: World<Rational>,
  proved: string,
  budget: number,
) => readonly Emission[] | undefined;

/** The law of the first `budget` tokens from the prompt, as enumerated and as the proved functions of `proved` have it. */
export function compareGenerations<S>(
  generations: ProvedGenerations,
  world: World<Rational>,
  algorithm: Algorithm<S>,
  proved: string,
  budget: number,
): Generation {
  const law = generations(world, proved, budget);
  if (law === undefined) return { asked: false };
  const { outcomes } = generationLaw(rational, world, algorithm, budget);
  const found = [...outcomes.values()].map(({ value, weight }) => ({ word: value, accepted: undefined, weight }));
  return { asked: true, difference: difference(law, found) };
}

/** An oracle's answers, each asked for once: many variants of one algorithm are compared with the same one. */
export function provedGenerations(oracle: Oracle): ProvedGenerations {
  const known = new WeakMap<World<Rational>, Map<string, readonly Emission[] | undefined>>();
  return (world, proved, budget) => {
    const answers: Map<string, readonly Emission[] | undefined> = known.get(world) ?? new Map();
    known.set(world, answers);
    const name = `${proved}/${budget}`;
    if (!answers.has(name)) {
      const { question, ambiguous } = ask(world, proved, promptTokens(world), budget);
      const answer = emissionsOf(oracle.generate(question));
      answers.set(name, ambiguous() ? undefined : answer);
    }
    return answers.get(name);
  };
}
