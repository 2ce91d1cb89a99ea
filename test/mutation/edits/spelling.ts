import { type Edit, editsOf } from "../edit.ts";

const FIRST = ["slem", "slrs", "slrs-thinned", "slrs-pair"];
const WORDS = ["slrs-multi", "slrs-block", "slrs-hybrid"];
const TEXT = [...FIRST, ...WORDS];
/** Those that propose the text as it is. */
const PROPOSED = ["slrs-multi", "slrs-block"];

/** Edits of drafting text, and of the laws of what it spells. */
export const spelling: readonly Edit[] = [
  ...editsOf("src/core/algorithms/parts/draft-text.ts", TEXT, [
    ["one-more", "drafted === lookahead", "drafted > lookahead", "Text is drafted beyond the lookahead."],
    [
      "drafts-after-stop",
      "last === drafter.tokenizer.vocabulary.eos || ",
      "",
      "Drafting goes on after the drafter's stop token.",
    ],
    [
      "never-enough",
      " || enough(text);",
      " || (enough(text), false);",
      "Drafting goes on when the first token is settled.",
      ["slrs", "slrs-thinned", "slrs-pair"],
    ],
    ["context-stays", "    context.push(d);\n", "", "Every draft is drawn after the context alone."],
    [
      "merges-texts",
      'ask.merge("drafting", () =>',
      'ask.merge("drafting", () => text.slice(0, 0) &&',
      "Drafts with different texts are merged.",
    ],
    [
      "backwards",
      "text += drafter.tokenizer.vocabulary.text(d);",
      "text = drafter.tokenizer.vocabulary.text(d) + text;",
      "The drafted text is spelt backwards.",
    ],
    ["last-only", "text += drafter", "text = drafter", "The drafted text is that of the last draft."],
  ]),
  ...editsOf("src/core/algorithms/parts/first-token-law.ts", FIRST, [
    [
      "one-draft-each",
      "field.add(psi.get(first) ?? field.zero, weight)",
      "weight",
      "Only one drafted text counts for each first token.",
    ],
    [
      "trie-for-all",
      "if (target.tokenizer.cutsLongestPrefix)",
      "if (world.lookahead > 0)",
      "Merging tokenizers are treated as if they cut off the longest prefix.",
    ],
    [
      "forgets-context",
      "firstTokenOnTrie(world, start)",
      "firstTokenOnTrie(world, [])",
      "ψ is that of an empty context.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/next-token-on-trie.ts", TEXT, [
    [
      "stops-not-final",
      "if (eos !== null) leave(node, field.mul(from.weight, q.weight(eos)));",
      "",
      "Texts that end with the drafter's stop token are lost.",
    ],
    ["leaves-early", "leave(next ?? node,", "leave(node,", "A text that reaches a leaf counts for the node above."],
    [
      "merges-states",
      "const key = counting ?",
      "const key = from.drafted > 0 ? String(from.drafted) : counting ?",
      "Drafts with different drafter states are merged.",
    ],
    [
      "cap-forgotten",
      "const key = counting ?",
      "const key = counting && lookahead < 0 ?",
      "Drafts of different numbers of tokens are merged.",
    ],
    [
      "one-draft-more",
      "if (drafted === lookahead) leave",
      "if (drafted > lookahead) leave",
      "ψ is that of drafts beyond the lookahead.",
    ],
    [
      "one-way-each",
      "psi.set(token, before === undefined ? weight : field.add(before, weight));",
      "psi.set(token, weight);",
      "Only one way to a first token counts.",
    ],
    [
      "one-spelling-each",
      "else same.weight = field.add(same.weight, from.weight);",
      "else same.weight = from.weight;",
      "Only one draft counts for each text that a node spells.",
    ],
    [
      "no-shorter-token",
      "last[texts.parent[node] as number]",
      "undefined",
      "A text that is no token proposes nothing, whatever token it begins with.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/mass-below.ts", TEXT, [
    [
      "one-token-a-branch",
      "masses[node] = before === undefined ? mass : field.add(before, mass);",
      "masses[node] = mass;",
      "Only one drafter token counts at each branch.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/first-token-on-trie.ts", FIRST, [
    [
      "cap-forgotten",
      "lookahead < target.tokenizer",
      "0 > target.tokenizer",
      "Drafts of different numbers of tokens are merged.",
    ],
    ["starts-from-nothing", "context: start,", "context: [],", "ψ is that of an empty context."],
  ]),
  ...editsOf("src/core/algorithms/parts/pending-after.ts", WORDS, [
    ["token-stays", "text.slice(cut.length)", "text.slice(0)", "The token is not cut off the text."],
    [
      "one-draft-each",
      "else same.weight = field.add(same.weight, weight);",
      "else same.weight = weight;",
      "Only one draft counts for each state and text left.",
    ],
    ["stop-not-final", " || d === vocabulary.eos;", ";", "A draft goes on after the drafter's stop token."],
    ["never-ended", "drafted + 1 === lookahead ||", "", "A draft goes on beyond the lookahead."],
    [
      "open-texts-too",
      "if (open || last[node] !== token) return;",
      "if (last[node] !== token) return;",
      "Drafts that may still change the token count as well.",
    ],
    [
      "any-token",
      "if (open || last[node] !== token) return;",
      "if (open) return;",
      "Drafts whose next token is a longer one count as well.",
    ],
    [
      "count-not-raised",
      "        drafted: drafted + 1,",
      "        drafted,",
      "The draft that leaves the trie is not counted.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/word-on-trie.ts", WORDS, [
    ["starts-from-nothing", "context: start,", "context: [],", "The law of the word is that of an empty context."],
    [
      "counts-not-kept",
      "nextTokenOnTrie(world, true)",
      "nextTokenOnTrie(world, false)",
      "Drafts of different numbers of tokens are merged.",
    ],
    ["first-for-all", "      at = onward;", "      at = root;", "The law of the first token is told for all."],
    [
      "mass-of-one",
      "prefix(front, () => weights(front))",
      "prefix(front, () => field.one)",
      "The law of a later token is not conditioned.",
    ],
    [
      "found-again",
      "at.after.set(token, onward);",
      "",
      "What is known of a prefix is looked for again each time it is asked for.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/each-drafted-text.ts", WORDS, [
    ["merges-states", "const key =", "const key = text ||", "Drafts with different drafter states are merged."],
    [
      "one-way-each",
      "if (same) same.weight = field.add(same.weight, weight);",
      "if (same) same.weight = weight;",
      "Only one draft counts for each text.",
    ],
    [
      "drafts-from-start",
      "const q = drafter.next(node.context);",
      "const q = drafter.next(start);",
      "The law of every draft is that after the context alone.",
    ],
    ["starts-from-nothing", "context: start,", "context: [],", "The law of the word is that of an empty context."],
  ]),
  ...editsOf("src/core/algorithms/parts/beginning.ts", WORDS, [
    ["not-conditioned", "field.div(weight, mass)", "weight", "The law of a later token is not conditioned."],
  ]),
  ...editsOf("src/core/algorithms/parts/word-law.ts", WORDS, [
    [
      "one-text-each",
      "at = child;\n      at.mass = field.add(at.mass, weight);",
      "at = child;\n      at.mass = weight;",
      "Only one text counts for each word.",
    ],
    [
      "words-unordered",
      "for (const token of target.tokenizer.encode(text)) {",
      "for (const token of target.tokenizer.encode(text).reverse()) {",
      "The law is that of the reversed word.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/propose-word.ts", PROPOSED, [
    [
      "law-again-and-again",
      "known ??= wordLaw(world, context);",
      "known = wordLaw(world, context);",
      "The law of the word is computed for every token.",
    ],
    [
      "first-law-for-all",
      "next(tokens.slice(0, at))",
      "next(tokens.slice(0, at && 0))",
      "The law of the first token is told for all.",
    ],
    ["merges-lengths", "() => tokens.join()", "() => String(tokens.length)", "Words of equal length are merged."],
    [
      "first-only",
      "return { tokens, law:",
      "return { tokens: tokens.slice(0, 1), law:",
      "Only the first token is proposed, with the law of the whole word.",
    ],
    [
      "drafts-from-nothing",
      "draftText(ask, world, context, never)",
      "draftText(ask, world, [], never)",
      "The drafter reads no context, its law does.",
    ],
  ]),
];
