import { type Dist, dist, lazyDist, weightsOf } from "../../law/dist.ts";
import type { Field } from "../../num/field.ts";
import type { Token } from "../../vocab/vocabulary.ts";

type Weights<W> = Dist<W, Token<"target">>;

/** The proposed words that begin with a prefix $s$. */
export interface Beginning<W> {
  /** $\Psi(s)$: the probability that the word begins with $s$. */
  readonly mass: W;
  /** $\Psi(s x)$ for each token $x$: what is missing is the chance that the word is $s$. */
  readonly next: Weights<W>;
  /** $Q(x \mid s) = \Psi(s x) / \Psi(s)$: the law of the next proposed token, a sub-law. */
  readonly law: Weights<W>;
}

/** What the words of a law of words look like: for each prefix, those that begin with it. */
export type WordLaw<W> = (prefix: readonly Token<"target">[]) => Beginning<W>;

/** The words that begin with a prefix, from $\Psi(s)$ and the masses $\Psi(s x)$. */
export function beginning<W>(field: Field<W>, mass: W, next: Weights<W>): Beginning<W> {
  const quotients = (): W[] => weightsOf(next).map((weight) => field.div(weight, mass));
  return { mass, next, law: lazyDist(() => dist(field, next.support, quotients())) };
}
