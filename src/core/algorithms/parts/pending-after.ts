import { weightsOf } from "../../law/dist.ts";
import { at } from "../../num/at.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { descend, lastTokens, type NextToken, type Pending, type Spelled } from "./next-token-on-trie.ts";

/**
 * The drafts of a front whose next token is a given one, with that token cut off.
 *
 * Each is listed where it leaves the target's trie: at a node on the way to the token or below it, by one drafter token.
 * Equal drafter states with equal texts left are added up; of drafts that have ended only the text matters.
 */
export function pendingAfter<W>(
  world: World<W>,
): (front: Iterable<Pending<W>>, spelled: NextToken<W>["spelled"], token: Token<"target">) => Pending<W>[] {
  const { field, target, drafter, lookahead } = world;
  const { vocabulary } = drafter.tokenizer;
  const texts = target.tokenizer.vocabulary.trie();
  const last = lastTokens(texts);

  return (front, spelled, token) => {
    const cut = target.tokenizer.vocabulary.text(token);
    const after = new Map<string, Pending<W>>();
    const put = ({ context, drafted, ended, text, weight }: Pending<W>): void => {
      const { node, inside } = descend(texts, text);
      const open = !ended && inside && texts.children[node]?.size !== 0;
      if (open || last[node] !== token) return;
      const left = text.slice(cut.length);
      const key = ended ? `/${left}` : `${drafted}/${drafter.state(context)}/${left}`;
      const same = after.get(key);
      if (same === undefined) after.set(key, { context, drafted, ended, text: left, weight });
      else same.weight = field.add(same.weight, weight);
    };
    const goOn = ({ context, drafted, weight, q }: Spelled<W>, text: string): void => {
      if (q === undefined) return;
      const weights = weightsOf(q);
      q.support.forEach((d, i) => {
        const whole = text + vocabulary.text(d);
        if (!whole.startsWith(cut)) return;
        const ended = drafted + 1 === lookahead || d === vocabulary.eos;
        put({
          context: context.concat(d),
          drafted: drafted + 1,
          ended,
          text: whole,
          weight: field.mul(weight, weights[i] as W),
        });
      });
    };
    const visit = (node: number, text: string): void => {
      for (const from of spelled[node]?.values() ?? []) goOn(from, text);
      for (const [byte, child] of at(texts.children, node)) {
        const onward = text + String.fromCharCode(byte);
        if (onward.startsWith(cut) ? last[child] === token : cut.startsWith(onward)) visit(child, onward);
      }
    };
    for (const draft of front) put(draft);
    visit(0, "");
    return [...after.values()];
  };
}
