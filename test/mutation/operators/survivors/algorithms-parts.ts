import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/core/algorithms/parts` that survive and may. */
export const algorithmsParts: readonly Survivor[] = [
  ...survivorsOf(
    "src/core/algorithms/parts/draft-text.ts",
    "equivalent",
    "Nothing and false both say: not enough yet.",
    [["export const never: Enough = () => false;", "() => false → () => undefined"]],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/draft-tokens.ts",
    "equivalent",
    "A law gives what is no token of it weight 0.",
    [["return same === undefined ? this.world.field.zero : this.q.weight(same);", "same === undefined → false"]],
  ),
  ...survivorsOf("src/core/algorithms/parts/draft-tokens.ts", "performance", "Lists grow to their size one by one.", [
    ['const tokens: (Token<"target"> | undefined)[] = new Array(lookahead);', "new Array(lookahead) → new Array()"],
    ["const laws: DrafterLaw<W>[] = new Array(lookahead);", "new Array(lookahead) → new Array()"],
  ]),
  ...survivorsOf(
    "src/core/algorithms/parts/first-token-law.ts",
    "performance",
    "Drafted texts have the law of the trie.",
    [
      [
        "if (target.tokenizer.cutsLongestPrefix) return firstTokenOnTrie(world, start);",
        "target.tokenizer.cutsLongestPrefix → false",
      ],
    ],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/first-token-on-trie.ts",
    "performance",
    "Drafts of different numbers of tokens may be kept apart without need.",
    [
      [
        "const capBinds = lookahead < target.tokenizer.vocabulary.trie().depth;",
        "lookahead < target.tokenizer.vocabulary.trie().depth → true",
      ],
      [
        "const capBinds = lookahead < target.tokenizer.vocabulary.trie().depth;",
        "lookahead < target.tokenizer.vocabulary.trie().depth → lookahead <= target.tokenizer.vocabulary.trie().depth",
      ],
    ],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/mass-below.ts",
    "performance",
    "Masses are found again, in a list of full size.",
    [
      ["if (made !== undefined) return made;", "made !== undefined → false"],
      [
        "const masses: (W | undefined)[] = new Array(pieces.size).fill(undefined);",
        "new Array(pieces.size) → new Array()",
      ],
    ],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/mass-below.ts",
    "equivalent",
    "Nobody looks at the mass of the root or of what is no node.",
    [
      ["if (node !== undefined) add(node, weights[i] as W);", "node !== undefined → true"],
      ["for (let node = pieces.size - 1; node > 0; node--) {", "pieces.size - 1 → pieces.size + 1"],
      ["for (let node = pieces.size - 1; node > 0; node--) {", "node > 0 → node >= 0"],
    ],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/next-token-on-trie.ts",
    "equivalent",
    "Every node has its children and tokens.",
    [
      [
        "const next = texts.children[node]?.get(text.charCodeAt(at));",
        "texts.children[node]?.get → texts.children[node].get",
      ],
      [
        "last.push(texts.tokens[node]?.[0] ?? last[itemAt(texts.parent, node)]);",
        "texts.tokens[node]?.[0] → texts.tokens[node][0]",
      ],
      [
        "const settled = next === undefined || texts.children[next]?.size === 0;",
        "texts.children[next]?.size → texts.children[next].size",
      ],
      [
        "if (ended || !inside || texts.children[node]?.size === 0) leave(node, weight);",
        "texts.children[node]?.size → texts.children[node].size",
      ],
    ],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/next-token-on-trie.ts",
    "equivalent",
    "Nobody asks for a node after the last.",
    [["for (let node = 0; node < texts.size; node++) {", "node < texts.size → node <= texts.size"]],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/pending-after.ts",
    "equivalent",
    "Every node has its children, drafts and law.",
    [
      [
        "const open = !ended && inside && texts.children[node]?.size !== 0;",
        "texts.children[node]?.size → texts.children[node].size",
      ],
      ["if (q === undefined) return;", "q === undefined → false"],
      [
        "for (const from of spelled[node]?.values() ?? []) goOn(from, text);",
        "spelled[node]?.values → spelled[node].values",
      ],
      ["for (const from of spelled[node]?.values() ?? []) goOn(from, text);", '[] → ["Stryker was here"]'],
    ],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/pending-after.ts",
    "performance",
    "What does not begin with the token is left out sooner or later.",
    [
      ["if (!whole.startsWith(cut)) return;", "!whole.startsWith(cut) → false"],
      [
        "if (onward.startsWith(cut) ? last[child] === token : cut.startsWith(onward)) visit(child, onward);",
        "onward.startsWith(cut) ? last[…token : cut.startsWith(onward) → true",
      ],
      [
        "if (onward.startsWith(cut) ? last[child] === token : cut.startsWith(onward)) visit(child, onward);",
        "last[child] === token → true",
      ],
    ],
  ),
  ...survivorsOf(
    "src/core/algorithms/parts/shared-run.ts",
    "equivalent",
    "Where there is a last token there is one before.",
    [
      [
        "if (last !== undefined && !before?.support.includes(last)) return beginning(field, field.zero, nothing(field));",
        "before?.support → before.support",
      ],
    ],
  ),
  ...survivorsOf("src/core/algorithms/parts/word-on-trie.ts", "equivalent", "The root is always listed.", [
    [
      "mass(field, spelled[0]?.values().next().value?.q ?? drafter.next(start)),",
      "spelled[0]?.values → spelled[0].values",
    ],
  ]),
];
