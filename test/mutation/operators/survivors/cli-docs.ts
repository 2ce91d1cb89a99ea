import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/site`, in the samples that were judged. */
export const cliDocs: readonly Survivor[] = [
  ...survivorsOf("src/site/guarantee.ts", "equivalent", "The whole match is not looked at.", [
    ['const [, findings = words, rates = ""] = /^(.*?) \\((.*)\\)$/.exec(words) ?? [];', '[] → ["Stryker was here"]'],
  ]),
  ...survivorsOf(
    "src/site/markdown.ts",
    "equivalent",
    "Of MathML alone, the outer element is the only one of this kind.",
    [
      [
        'html.replace(/^<span class="katex">|<\\/span>$/g, "").replace(/<annotation[\\s\\S]*?<\\/annotation>/g, ""),',
        '/^<span class="katex">|<\\/span>$/g → /^<span class="katex">|<\\/span>/g',
      ],
    ],
  ),
  ...survivorsOf("src/site/markdown.ts", "equivalent", "A heading that opens is followed by its text.", [
    [
      'if (token.type === "heading_open") token.attrSet("id", slug(tokens[at + 1]?.content ?? ""));',
      "tokens[at + 1]?.content → tokens[at + 1].content",
    ],
  ]),
  ...survivorsOf("src/site/statements.ts", "equivalent", "No statement has no name, so nobody asks for its place.", [
    [
      `if (stated !== undefined) places.set(stated, { file: \`proofs/\${name}\`, line: at + 1 });`,
      "stated !== undefined → true",
    ],
  ]),
];
