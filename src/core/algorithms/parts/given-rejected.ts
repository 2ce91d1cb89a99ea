import { type Dist, dist, mass } from "../../law/dist.ts";
import { sum } from "../../num/field.ts";
import type { Ask } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { onTarget } from "./draft-tokens.ts";
import { withFirstDraft } from "./first-draft.ts";
import { firstTokenLaw } from "./first-token-law.ts";

type Law<W> = Dist<W, Token<"target">>;

/** From the drafter's first law, $p$ and $\psi$: how likely each second candidate is while the first is rejected. */
export type GivenRejected<W> = (ask: Ask<W>, q: Dist<W, Token<"drafter">>, p: Law<W>, psi: Law<W>) => Law<W>;

/**
 * $\lambda(y)$: the probability that the first draft is the target token $y$ and the first token of the text is not kept.
 *
 * $\lambda(y) = q(y) - \sum_x J(x, y) \min(1, p(x) / \psi(x))$, where $J(x, y)$ is the probability that the first draft is
 * $y$ and T(drafted text) begins with $x$. The two candidates come from one draft, so that rejecting the first tells
 * something of the second: its law is $\lambda$ over the mass of all rejections, not $q$.
 */
export function givenRejected<W>(world: World<W>, start: readonly Token<"drafter">[]): GivenRejected<W> {
  const { field, shared } = world;
  const known = new Map<Token<"target">, Law<W>>();
  const joint = (y: Token<"target">): Law<W> => {
    const law =
      known.get(y) ??
      firstTokenLaw(
        withFirstDraft(world, start, (d) => shared.toTarget(d) === y),
        start,
      );
    known.set(y, law);
    return law;
  };
  return (ask, q, p, psi) => {
    // A token of mass zero is never proposed; there is nothing to divide by.
    const proposed = psi.support.filter((x) => ask.possible("proposed", () => psi.weight(x)));
    const rejected = proposed.map((x) => field.monus(field.one, field.div(p.weight(x), psi.weight(x))));
    const drafted = onTarget(world, q);
    const { support } = drafted;
    const weights = support.map((y) => {
      const both = joint(y);
      const spelt = sum(
        field,
        proposed.map((x, i) => field.mul(both.weight(x), rejected[i] as W)),
      );
      // A draft whose text T cannot begin to spell has no first candidate.
      return field.add(spelt, field.monus(drafted.weight(y), mass(field, both)));
    });
    return dist(field, support, weights);
  };
}
