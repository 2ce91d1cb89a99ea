import type { Text } from "../../vocab/text.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Enough, finished } from "./draft-text.ts";

/** Drafted texts on their way, equal drafter states with equal texts added up. */
interface Node<W> {
  readonly context: readonly Token<"drafter">[];
  readonly text: Text;
  weight: W;
}

/** The exact law of the text that `draftText` drafts: `visit` gets every finished text with a share of its mass. */
export function eachDraftedText<W>(
  world: World<W>,
  start: readonly Token<"drafter">[],
  enough: Enough,
  visit: (text: Text, weight: W) => void,
): void {
  const { field, drafter } = world;
  let layer: Node<W>[] = [{ context: start, text: "", weight: field.one }];
  for (let drafted = 1; layer.length > 0; drafted++) {
    const following = new Map<string, Node<W>>();
    for (const node of layer) {
      const q = drafter.next(node.context);
      for (const d of q.support) {
        const weight = field.mul(node.weight, q.weight(d));
        const text = node.text + drafter.tokenizer.vocabulary.text(d);
        if (finished(world, enough, text, drafted, d)) {
          visit(text, weight);
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
}
