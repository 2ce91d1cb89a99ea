import { Pending } from "../../../core/handlers/pending.ts";
import type { LanguageModel } from "../../../core/models/model.ts";
import { at } from "../../../core/num/at.ts";
import type { Accumulator, DecidableField } from "../../../core/num/field.ts";
import type { Token } from "../../../core/vocab/vocabulary.ts";
import type { Emission } from "../enumeration/round-gap.ts";

interface Node<W> {
  own: Accumulator<W> | undefined;
  children: Map<Token<"target">, Node<W>> | undefined;
}

/**
 * What a round emits, added up in memory that does not grow with the square of the vocabulary.
 *
 * Emitting $v$ and then a token of the target's own law is, in a round completed with target samples, the same as emitting
 * $v$ alone. So when the emissions below $v$ are over for the moment and their weights are exactly proportional to
 * $p(\cdot \mid v)$, they become one weight at $v$. Where they are not they stay, and the gap will show it.
 */
export class FoldedEmissions<W> {
  private readonly field: DecidableField<W>;
  private readonly target: LanguageModel<W, "target">;
  private readonly context: readonly Token<"target">[];
  private readonly root: Node<W> = { own: undefined, children: undefined };
  private last: readonly Token<"target">[] = [];

  constructor(field: DecidableField<W>, target: LanguageModel<W, "target">, context: readonly Token<"target">[]) {
    this.field = field;
    this.target = target;
    this.context = context;
  }

  add(emitted: readonly Token<"target">[], weight: W): void {
    if (this.field.isZero(weight)) return;
    this.leave(emitted);
    let node = this.root;
    for (const token of emitted) {
      node.children ??= new Map();
      let child = node.children.get(token);
      if (child === undefined) {
        child = { own: undefined, children: undefined };
        node.children.set(token, child);
      }
      node = child;
    }
    this.put(node, weight);
    this.last = emitted;
  }

  /** Everything that was added, folded. */
  *emissions(): Generator<Emission<W>, void, undefined> {
    this.leave([]);
    yield* below(this.root, []);
  }

  private put(node: Node<W>, weight: W): void {
    if (node.own === undefined) node.own = this.field.accumulator(weight);
    else node.own.add(weight);
  }

  /** Folds, deepest first, what the last emission passed through and the next one does not. */
  private leave(next: readonly Token<"target">[]): void {
    let common = 0;
    while (common < next.length && common < this.last.length && next[common] === this.last[common]) common++;
    if (this.last.length - 1 <= common) return;
    const path: Node<W>[] = [this.root];
    for (const token of this.last) path.push(path.at(-1)?.children?.get(token) as Node<W>);
    for (let depth = this.last.length - 1; depth > common; depth--) this.fold(at(path, depth), depth);
  }

  private fold(node: Node<W>, depth: number): void {
    const { field } = this;
    const { children } = node;
    if (children === undefined || [...children.values()].some((child) => child.children !== undefined)) return;
    let p: ReturnType<typeof this.target.next>;
    try {
      p = this.target.next([...this.context, ...this.last.slice(0, depth)]);
    } catch (thrown) {
      // The target was not asked there, so nothing there can be its own draw.
      if (thrown instanceof Pending) return;
      throw thrown;
    }
    const weights = new Map([...children].map(([token, { own }]) => [token, own?.total() ?? field.zero]));
    const [first, ...rest] = weights.values();
    const sum = field.accumulator(first as W);
    for (const weight of rest) sum.add(weight);
    const total = sum.total();
    for (const token of p.support) {
      const share = field.mul(total, p.weight(token));
      if (!field.equal(share, weights.get(token) ?? field.zero)) return;
      weights.delete(token);
    }
    if (weights.size > 0) return;
    node.children = undefined;
    this.put(node, total);
  }
}

function* below<W>(node: Node<W>, emitted: readonly Token<"target">[]): Generator<Emission<W>, void, undefined> {
  if (node.own !== undefined) yield { emitted, weight: node.own.total() };
  for (const [token, child] of node.children ?? []) yield* below(child, [...emitted, token]);
}
