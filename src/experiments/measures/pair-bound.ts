import { drafterContext, promptTokens } from "../../core/algorithms/parts/committed.ts";
import { withFirstDraft } from "../../core/algorithms/parts/first-draft.ts";
import { firstTokenLaw } from "../../core/algorithms/parts/first-token-law.ts";
import { mass } from "../../core/law/dist.ts";
import { commonDenominator, type Rational, rational } from "../../core/num/rational.ts";
import { tokensOf } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";

/**
 * The most that any lossless use of two candidates from one draft accepts, its first target token and its first drafted
 * one: $\min_{U \subseteq T} p(U) + P(\text{some candidate outside } U)$, over all $2^{|T|}$ sets; for small $T$.
 */
export function pairBound(world: World<Rational>): Rational {
  const { target, drafter, shared } = world;
  const prompt = promptTokens(world);
  const start = drafterContext(world, prompt);
  const [p, q] = [target.next(prompt), drafter.next(start)];
  const candidates: { set: number; weight: Rational }[] = [];
  for (const d of q.support) {
    const same = shared.toTarget(d);
    const drafted = same === undefined ? 0 : 1 << same;
    const texts = firstTokenLaw(
      withFirstDraft(world, start, (other) => other === d),
      start,
    );
    for (const x of texts.support) candidates.push({ set: drafted | (1 << x), weight: texts.weight(x) });
    candidates.push({ set: drafted, weight: rational.monus(q.weight(d), mass(rational, texts)) });
  }
  const tokens = tokensOf(target.tokenizer.vocabulary).map((token) => p.weight(token));
  // Whole numbers over one denominator: exact, and sums over many sets stay cheap.
  const denominator = commonDenominator([...tokens, ...candidates.map(({ weight }) => weight)]);
  const whole = (weight: Rational): bigint => (weight.numerator * denominator) / weight.denominator;
  const owed = tokens.map(whole);
  const offered = candidates.map(({ set, weight }) => ({ set, weight: whole(weight) }));
  let least = denominator;
  for (let inside = 0; inside < 2 ** tokens.length; inside++) {
    let value = 0n;
    owed.forEach((weight, at) => {
      if ((inside >> at) & 1) value += weight;
    });
    for (const { set, weight } of offered) if ((set & ~inside) !== 0) value += weight;
    if (value < least) least = value;
  }
  return rational.ratio(least, denominator);
}
