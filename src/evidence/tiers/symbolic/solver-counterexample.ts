import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { type Rational, rational } from "../../../core/num/rational.ts";
import type { World } from "../../../core/worlds/world.ts";
import { type Trial, tryLaws } from "./counterexample.ts";
import type { CaseResult } from "./prove-case.ts";
import { denominatorFactors, numeratorFactors } from "./rational-function.ts";
import type { Ring, UnknownLaw } from "./ring.ts";
import { type Claim, query } from "./smt.ts";
import type { Solver } from "./solver.ts";
import type { WrittenLaw } from "./written-world.ts";

/** Asks the solver for laws at which an open obligation fails, and lets enumeration judge them. */
export async function solverCounterexample<W, S>(
  world: World<W>,
  algorithm: Algorithm<S>,
  { region, open }: CaseResult,
  solver: Solver,
): Promise<Trial> {
  let last: Trial = { found: "nothing" };
  for (const { difference, point } of open) {
    let at = point;
    if (difference !== undefined) {
      const factors = [...numeratorFactors(difference), ...denominatorFactors(difference)];
      const claims = factors.map((polynomial): Claim => ({ polynomial, is: "!=" }));
      const answer = await solver.ask(query(region, claims, true));
      if (answer.found === "point") at = answer.point;
    }
    if (at === undefined) continue;
    const laws = lawsAt(world, region.ring, at);
    const trial: Trial = laws === undefined ? last : tryLaws(world, algorithm, laws);
    if (trial.found === "refuted") return trial;
    if (trial.found === "error") last = trial;
  }
  return last;
}

/** The laws of a point, where unknowns that it does not name share what is left; undefined where it is no point. */
const lawsAt = <W>(world: World<W>, ring: Ring, point: ReadonlyMap<number, Rational>): WrittenLaw[] | undefined => {
  const laws: WrittenLaw[] = [];
  for (const law of ring.laws) {
    const weights = weightsAt(ring, law, point);
    if (weights === undefined) return undefined;
    const size = world[law.side].tokenizer.vocabulary.size;
    const all = Array.from({ length: size }, (_, token) => weights[law.tokens.indexOf(token)] ?? rational.zero);
    laws.push({ side: law.side, context: law.context, weights: all });
  }
  return laws;
};

const weightsAt = (ring: Ring, law: UnknownLaw, point: ReadonlyMap<number, Rational>): Rational[] | undefined => {
  const numbers = ring.numbersOf(law);
  let left = rational.one;
  const weights = numbers.slice(0, -1).map((number) => {
    const weight = point.get(number) ?? rational.zero;
    const enough = rational.compare(weight, left) <= 0;
    left = rational.monus(left, weight);
    return enough ? weight : undefined;
  });
  return weights.includes(undefined) ? undefined : [...(weights as Rational[]), left];
};
