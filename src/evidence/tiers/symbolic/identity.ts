import type { ChoiceTree } from "../../../core/handlers/symbolic.ts";
import type { Expr } from "../../../core/num/expr.ts";
import { type Token, tokensOf } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { NormalForm } from "./normal-form.ts";
import { difference, isZero, one, type RationalFunction, sum, times, zero } from "./rational-function.ts";
import { SharedSubtrees } from "./shared-subtrees.ts";
import { treeSum } from "./tree-sum.ts";

/** What a round emits. */
export type Emitted = readonly Token<"target">[];

/** A sequence of target tokens, and how much its probability under the completed round differs from the target's. */
export interface Gap {
  readonly tokens: Emitted;
  readonly difference: RationalFunction;
}

/** The ends of all paths, each once. */
export function emissions(tree: ChoiceTree<Emitted>, found = new Map<string, Emitted>()): Map<string, Emitted> {
  if (tree.kind === "end") found.set(tree.value.join(), tree.value);
  else for (const branch of tree.next) if (branch !== undefined) emissions(branch, found);
  return found;
}

/**
 * Obligation I: one round, completed with target samples, gives every sequence of target tokens the target's probability, as
 * rational functions. Yields the sequences for which it does not.
 *
 * On the tree of emitted prefixes: with $w(v)$ the weight of the paths that emit exactly $v$, the completed round's mass
 * $A(vx) = A(v)\,p(x \mid v) + w(vx)$ must be the target's $p(v)$ wherever no emission goes on.
 */
export function* identityGaps(world: World<Expr>, form: NormalForm, tree: ChoiceTree<Emitted>): Generator<Gap> {
  const { target } = world;
  const { vocabulary } = target.tokenizer;
  const start = target.tokenizer.encode(world.prompt);
  const shared = new SharedSubtrees(tree, String);
  const emitted = emissions(tree);
  const prefixes = new Set(
    [...emitted.values()].flatMap((tokens) => tokens.map((_, at) => tokens.slice(0, at).join())),
  );
  const emittedAt = (tokens: Emitted): RationalFunction => {
    const key = tokens.join();
    return emitted.has(key) ? treeSum(form, tree, shared, (end) => (end.join() === key ? one : zero)) : zero;
  };
  const visit = function* (tokens: Emitted, mass: RationalFunction, owed: RationalFunction): Generator<Gap> {
    if (!prefixes.has(tokens.join())) {
      const gap = difference(form.work, mass, owed);
      if (!isZero(gap)) yield { tokens, difference: gap };
      return;
    }
    const law = target.next([...start, ...tokens]);
    for (const token of tokensOf(vocabulary)) {
      const longer = [...tokens, token];
      const share = form.of(law.weight(token));
      yield* visit(longer, sum(form.work, [times(mass, share), emittedAt(longer)]), times(owed, share));
    }
  };
  yield* visit([], zero, one);
}
