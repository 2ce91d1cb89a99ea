import { type Dist, dist } from "../../dist/dist.ts";
import type { Text } from "../../vocab/text.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Enough, finished } from "./draft-text.ts";

/** A drafted text on its way: equal drafter states with equal texts are one node. */
interface Node<W> {
  readonly context: readonly Token<"drafter">[];
  readonly text: Text;
  weight: W;
}

/**
 * $\psi(t)$: the probability that the drafted text, tokenised by the target, begins with $t$; for **all** $t$ from one
 * pass over the draft tree.
 *
 * It is the push-forward of exactly the drafting that {@link draftText} does, stopping included. A draft whose text the
 * target cannot begin to spell proposes nothing, so $\psi$ may be a sub-law. Nodes with the same drafter state and text
 * are merged: the cost is that of the distinct nodes, exponential only when the drafter reads its whole token history.
 */
export const firstTokenLaw = <W>(
  world: World<W>,
  start: readonly Token<"drafter">[],
  enough: Enough,
): Dist<W, Token<"target">> => {
  const { field, target, drafter } = world;
  const psi = new Map<Token<"target">, W>();
  let layer: Node<W>[] = [{ context: start, text: "", weight: field.one }];
  for (let drafted = 1; layer.length > 0; drafted++) {
    const following = new Map<string, Node<W>>();
    for (const node of layer) {
      const q = drafter.next(node.context);
      for (const d of q.support) {
        const weight = field.mul(node.weight, q.weight(d));
        const text = node.text + drafter.tokenizer.vocabulary.text(d);
        if (finished(world, enough, text, drafted, d)) {
          const first = target.tokenizer.encode(text)[0];
          if (first !== undefined) psi.set(first, field.add(psi.get(first) ?? field.zero, weight));
          continue;
        }
        const context = node.context.concat(d);
        const key = `${drafter.state(context)}/${text}`;
        const same = following.get(key);
        if (same) same.weight = field.add(same.weight, weight);
        else following.set(key, { context, text, weight });
      }
    }
    layer = [...following.values()];
  }
  return dist(field, [...psi.keys()], [...psi.values()]);
};
