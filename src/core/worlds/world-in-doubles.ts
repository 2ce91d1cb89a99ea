import { type Dist, dist, lazyDist, weightsOf } from "../law/dist.ts";
import type { LanguageModel } from "../models/model.ts";
import { float64 } from "../num/float64.ts";
import { type Rational, rational } from "../num/rational.ts";
import type { Token } from "../vocab/vocabulary.ts";
import { createWorld, type World } from "./world.ts";

/** The same world with doubles for weights: every probability is the double nearest to it. */
export function worldInDoubles(exact: World<Rational>): World<number> {
  const { target, drafter } = exact;
  return createWorld({ ...exact, field: float64, target: modelInDoubles(target), drafter: modelInDoubles(drafter) });
}

const modelInDoubles = <V extends string>(exact: LanguageModel<Rational, V>): LanguageModel<number, V> => {
  type Law = Dist<number, Token<V>>;
  // The rows of a table are the same laws again and again.
  const known = new WeakMap<Dist<Rational, Token<V>>, Law>();
  const law = (original: Dist<Rational, Token<V>>): Law => {
    let rounded = known.get(original);
    if (rounded === undefined) {
      rounded = lazyDist(() => dist(float64, original.support, weightsOf(original).map(rational.toNumber)));
      known.set(original, rounded);
    }
    return rounded;
  };
  return {
    ...exact,
    next: (context) => law(exact.next(context)),
    score: (context, draft) => {
      const laws = exact.score(context, draft);
      return (at) => law(laws(at));
    },
  };
};
