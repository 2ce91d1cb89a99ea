import { at } from "../../core/num/at.ts";
import type { Text } from "../../core/vocab/text.ts";
import { vocabulary } from "../../core/vocab/vocabulary.ts";
import { costOf, type LetterCosts } from "./strings.ts";

/**
 * The law of the first token of an endless text of independent letters, cut by longest prefix; one weight a string.
 *
 * A text leaves the trie of the strings below some node: with probability $F(v) - \sum_{\text{children}} F$, $F(v)$ the
 * probability of the node's text. Its first token is then the last string on the way to that node. What no string begins
 * has no weight.
 */
export function firstTokenOfProcess(letters: LetterCosts, texts: readonly Text[]): number[] {
  const words = vocabulary("target", texts, texts, null);
  const trie = words.trie();
  const spelled: Text[] = [""];
  const last: (number | undefined)[] = [];
  const weights = new Array<number>(texts.length).fill(0);
  for (let node = 0; node < trie.size; node++) {
    const text = at(spelled, node);
    last[node] = trie.tokens[node]?.[0] ?? (node === 0 ? undefined : last[at(trie.parent, node)]);
    let leaves = 2 ** -costOf(letters, text);
    for (const [byte, child] of at(trie.children, node)) {
      spelled[child] = text + String.fromCharCode(byte);
      leaves -= 2 ** -costOf(letters, at(spelled, child));
    }
    const first = last[node];
    if (first !== undefined) weights[first] = at(weights, first) + leaves;
  }
  return weights;
}
