import type { ChoiceTree } from "../../../core/handlers/symbolic.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import type { Expr } from "../../../core/num/expr.ts";
import type { NormalForm } from "./normal-form.ts";
import { difference, isZero, one, type RationalFunction, sum } from "./rational-function.ts";

/** A draw that may be no draw. */
export interface SumGap {
  readonly label: string;
  readonly found: string;
  /** What must not be anything but zero for the draw to be one; undefined for a chance that may exceed 1. */
  readonly difference?: RationalFunction;
}

/**
 * Obligation S: the weights of every draw sum to 1, and no flip's chance exceeds 1. Weights are non-negative by construction,
 * since programs cannot subtract.
 *
 * Branches whose weight is zero for all laws of the case are never taken.
 */
export function sumGaps<A>(form: NormalForm, tree: ChoiceTree<A>): SumGap[] {
  const gaps: SumGap[] = [];
  const judged = new Set<string>();
  const ids = new Map<Expr, number>();
  const id = (e: Expr): number => {
    if (!ids.has(e)) ids.set(e, ids.size);
    return ids.get(e) as number;
  };
  const judge = (below: ChoiceTree<A>): void => {
    if (below.kind === "end") return;
    if (below.kind === "mark") {
      judge(below.next[0]);
      return;
    }
    const { kind, label, weights, next } = below;
    const name = `${kind} ${(kind === "flip" ? weights.slice(0, 1) : weights).map(id)}`;
    if (!judged.has(name)) {
      judged.add(name);
      if (kind === "flip") {
        const sign = form.sign(difference(form.work, one, form.of(itemAt(weights, 0))));
        if (sign === undefined || sign < 0) gaps.push({ label, found: "a chance that may exceed 1" });
      } else {
        const rest = difference(
          form.work,
          sum(
            form.work,
            weights.map((weight) => form.of(weight)),
          ),
          one,
        );
        if (!isZero(rest)) gaps.push({ label, found: "weights that do not sum to 1", difference: rest });
      }
    }
    next.forEach((branch, at) => {
      if (branch !== undefined && !isZero(form.of(itemAt(weights, at)))) judge(branch);
    });
  };
  judge(tree);
  return gaps;
}
