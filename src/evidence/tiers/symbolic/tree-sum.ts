import type { ChoiceTree, Draw } from "../../../core/handlers/symbolic.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import type { NormalForm } from "./normal-form.ts";
import { isZero, one, type RationalFunction, sum, times } from "./rational-function.ts";
import type { SharedSubtrees } from "./shared-subtrees.ts";

/**
 * The sum over all paths of a tree of the product of their factors, times what `endWeight` says of their ends.
 *
 * Sums go along the tree, inner branches first, so that they shrink before the outer factor is multiplied on; only where
 * several paths meet in one shared place are the ways there added before what follows it is multiplied on.
 */
export function treeSum<A>(
  form: NormalForm,
  tree: ChoiceTree<A>,
  shared: SharedSubtrees<A>,
  endWeight: (value: A) => RationalFunction,
): RationalFunction {
  const known = new Map<number, RationalFunction>();
  const branches = (below: Draw<A>): { branch: ChoiceTree<A>; factor: RationalFunction }[] =>
    below.next.flatMap((branch, at) => {
      if (branch === undefined) return [];
      const factor = form.of(itemAt(below.weights, at));
      return isZero(factor) ? [] : [{ branch, factor }];
    });
  const weight = (below: ChoiceTree<A>): RationalFunction => {
    form.work.check();
    const id = shared.id(below);
    let value = known.get(id);
    if (value === undefined) {
      value = shared.leadsToShared(below) && !shared.isShared(below) ? meeting(below) : compute(below);
      known.set(id, value);
    }
    return value;
  };
  const compute = (below: ChoiceTree<A>): RationalFunction => {
    if (below.kind === "end") return endWeight(below.value);
    if (below.kind === "mark") return weight(below.next[0]);
    const terms: RationalFunction[] = [];
    for (const { branch, factor } of branches(below)) terms.push(times(factor, weight(branch)));
    return sum(form.work, terms);
  };
  const meeting = (top: ChoiceTree<A>): RationalFunction => {
    const ways = new Map<number, { below: ChoiceTree<A>; factors: RationalFunction[] }>();
    const terms: RationalFunction[] = [];
    const follow = (below: ChoiceTree<A>, factor: RationalFunction): void => {
      if (shared.isShared(below)) {
        const way = ways.get(shared.id(below)) ?? { below, factors: [] };
        way.factors.push(factor);
        ways.set(shared.id(below), way);
      } else if (below.kind === "end" || !shared.leadsToShared(below)) terms.push(times(factor, weight(below)));
      else if (below.kind === "mark") follow(below.next[0], factor);
      else for (const { branch, factor: more } of branches(below)) follow(branch, times(factor, more));
    };
    follow(top, one);
    for (const { below, factors } of ways.values()) {
      const after = weight(below);
      if (!isZero(after)) terms.push(times(sum(form.work, factors), after));
    }
    return sum(form.work, terms);
  };
  return weight(tree);
}
