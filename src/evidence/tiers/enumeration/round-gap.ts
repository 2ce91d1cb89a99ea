import type { LanguageModel } from "../../../core/models/model.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { Token } from "../../../core/vocab/vocabulary.ts";

/** What one round emits, and with which probability. */
export interface Emission<W> {
  readonly emitted: readonly Token<"target">[];
  readonly weight: W;
}

interface Node<W> {
  weight: W;
  readonly children: Map<Token<"target">, Node<W>>;
}

/**
 * Total variation between one round, completed with target samples, and the target, over sequences as long as the longest
 * emission.
 *
 * Computed on the tree of emitted prefixes. With $A(v)$ the mass of the completed round on sequences through $v$ that has
 * already been emitted there or above, $A(vx) = A(v)\,p(x \mid v) + w(vx)$, and every sequence that leaves the tree at $v$
 * has probability proportional to $A(v)$ under the round and $p(v)$ under the target. So the distance is
 * $\tfrac12 \sum_v |A(v) - p(v)|\,(1 - \sum_{x \in \text{children}} p(x \mid v))$, plus half of what is emitted where $p(v) = 0$.
 *
 * @example
 * const { target } = world({ target: "a 1/3, b 2/3", drafter: "a 1" });
 * const half = parseRational("1/2");
 * rational.print(roundGap(rational, target, [], [{ emitted: [0], weight: half }, { emitted: [1], weight: half }])); // → "1/6"
 */
export function roundGap<W>(
  field: DecidableField<W>,
  target: LanguageModel<W, "target">,
  context: readonly Token<"target">[],
  emissions: Iterable<Emission<W>>,
): W {
  const leaf = (): Node<W> => ({ weight: field.zero, children: new Map() });
  const root = leaf();
  for (const { emitted, weight } of emissions) {
    let node = root;
    for (const token of emitted) {
      let child = node.children.get(token);
      if (!child) {
        child = leaf();
        node.children.set(token, child);
      }
      node = child;
    }
    node.weight = field.add(node.weight, weight);
  }

  const below = (node: Node<W>): W => {
    let total = node.weight;
    for (const child of node.children.values()) total = field.add(total, below(child));
    return total;
  };
  /** Twice the distance on sequences through `node`: `emitted` is $A$, `owed` is $p$. */
  const twice = (node: Node<W>, at: readonly Token<"target">[], emitted: W, owed: W): W => {
    const difference = field.add(field.monus(emitted, owed), field.monus(owed, emitted));
    if (node.children.size === 0) return difference;
    const p = target.next(at);
    let inside = field.zero;
    let total = field.zero;
    for (const [token, child] of node.children) {
      const share = p.weight(token);
      if (field.isZero(share)) {
        total = field.add(total, below(child));
        continue;
      }
      inside = field.add(inside, share);
      const arrived = field.add(field.mul(emitted, share), child.weight);
      total = field.add(total, twice(child, [...at, token], arrived, field.mul(owed, share)));
    }
    return field.add(total, field.mul(difference, field.monus(field.one, inside)));
  };
  return field.div(twice(root, context, field.zero, field.one), field.ratio(2n, 1n));
}
