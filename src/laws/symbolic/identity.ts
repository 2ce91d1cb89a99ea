import type { ChoiceTree, Draw, Mark } from "../../handlers/symbolic.ts";
import type { Expr } from "../../num/expr.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import type { NormalForm } from "./normal-form.ts";
import { difference, isZero, one, type RationalFunction, sum, times, zero } from "./rational-function.ts";
import { SharedSubtrees } from "./shared-subtrees.ts";

type Emitted = readonly Token<"target">[];

/** A sequence of target tokens, and how much its probability under the completed round differs from the target's. */
export interface Gap {
  readonly tokens: Emitted;
  readonly difference: RationalFunction;
}

/** The longest emission of a tree's paths. */
export const longestEmission = (tree: ChoiceTree<Emitted>): number =>
  tree.kind === "end"
    ? tree.value.length
    : Math.max(...tree.next.map((below) => (below === undefined ? 0 : longestEmission(below))));

/**
 * Obligation I: for every sequence of target tokens as long as the longest emission, or up to a stop token, the weights of
 * the paths that emit one of its prefixes, each completed with the target's probabilities, sum to the target's probability
 * of the sequence. Yields the sequences for which they do not.
 *
 * Sums go along the tree of choices, inner branches first, so that they shrink before the outer factor is multiplied on.
 */
export function* identityGaps(world: World<Expr>, form: NormalForm, tree: ChoiceTree<Emitted>): Generator<Gap> {
  const { target } = world;
  const { eos } = target.tokenizer.vocabulary;
  const longest = longestEmission(tree);
  const owed = (tokens: Emitted, from: number): RationalFunction => {
    let product = one;
    for (let at = from; at < tokens.length; at++) {
      const law = target.next(tokens.slice(0, at));
      product = times(product, form.of(law.weight(tokens[at] as Token<"target">)));
    }
    return product;
  };
  const shared = new SharedSubtrees(tree, String);
  const weightFor = (tokens: Emitted, rest: readonly RationalFunction[]): RationalFunction => {
    const known = new Map<number, RationalFunction>();
    const branches = (below: Draw<Emitted>) =>
      below.next.flatMap((branch, at) => {
        const factor = branch === undefined ? zero : form.of(below.weights[at] as Expr);
        return isZero(factor) ? [] : [{ branch: branch as ChoiceTree<Emitted>, factor }];
      });
    const compute = (below: ChoiceTree<Emitted>): RationalFunction => {
      if (below.kind === "end") {
        const { value } = below;
        return value.every((token, at) => token === tokens[at]) ? (rest[value.length] as RationalFunction) : zero;
      }
      if (below.kind === "mark") return weight(below.next[0]);
      return sum(branches(below).map(({ branch, factor }) => times(factor, weight(branch))));
    };
    const weight = (below: ChoiceTree<Emitted>): RationalFunction => {
      const id = shared.id(below);
      const value = known.get(id) ?? (shared.leadsToShared(below) ? spread(below) : compute(below));
      known.set(id, value);
      return value;
    };
    /** All ways to one shared place are added before what follows it is multiplied on. */
    const spread = (top: ChoiceTree<Emitted>): RationalFunction => {
      const ways = new Map<number, { below: ChoiceTree<Emitted>; factors: RationalFunction[] }>();
      const terms: RationalFunction[] = [];
      const follow = (below: ChoiceTree<Emitted>, factor: RationalFunction): void => {
        if (shared.isShared(below)) {
          const way = ways.get(shared.id(below)) ?? { below, factors: [] };
          way.factors.push(factor);
          ways.set(shared.id(below), way);
        } else if (below.kind === "end" || !shared.leadsToShared(below)) terms.push(times(factor, weight(below)));
        else if (below.kind === "mark") follow(below.next[0], factor);
        else for (const { branch, factor: more } of branches(below)) follow(branch, times(factor, more));
      };
      follow(top.kind === "mark" ? top.next[0] : top, one);
      for (const { below, factors } of ways.values())
        terms.push(times(sum(factors), weight((below as Mark<Emitted>).next[0])));
      return sum(terms);
    };
    return weight(tree);
  };
  const sequences = function* (tokens: Emitted): Generator<Emitted> {
    if (tokens.length === longest || (eos !== null && tokens.at(-1) === eos)) yield tokens;
    else for (const token of target.next(tokens).support) yield* sequences([...tokens, token]);
  };
  for (const tokens of sequences([])) {
    const rest = Array.from({ length: tokens.length + 1 }, (_, from) => owed(tokens, from));
    const gap = difference(weightFor(tokens, rest), rest[0] as RationalFunction);
    if (!isZero(gap)) yield { tokens, difference: gap };
  }
}
