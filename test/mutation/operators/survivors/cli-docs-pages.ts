import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/site/pages`, in the samples that were judged. */
export const cliDocsPages: readonly Survivor[] = [
  ...survivorsOf("src/site/pages/findings.ts", "equivalent", "Every finding of the paper has a theorem.", [
    [
      `<p><b>Instead:</b> \${escaped(finding.repair)} \${finding.theorems.length === 0 ? "" : \`Machine-checked: \${finding.theorems.map(place).join(", ")}.\`}</p></section>\`;`,
      "finding.theorems.length === 0 → false",
    ],
  ]),
  ...survivorsOf(
    "src/site/pages/findings.ts",
    "performance",
    "Without limits it searches longer for the same shortest difference.",
    [
      [
        "const limits = { ...defaultLimits, contexts: 200, unboundedContexts: 50 };",
        "{ ...defaultLimits, contexts: 200, unboundedContexts: 50 } → {}",
      ],
    ],
  ),
  ...survivorsOf("src/site/pages/guides.ts", "equivalent", "The expression finds both or neither.", [
    [
      `if (title === undefined || lead === undefined) throw new Error(\`\${file}: expected a heading and a paragraph first\`);`,
      "lead === undefined → false",
    ],
  ]),
  ...survivorsOf("src/site/pages/play.ts", "equivalent", "No world that ships drafts so far.", [
    [
      'const state = file.lookahead > MOST_LOOKAHEAD ? undefined : toState(file, "slrs");',
      "file.lookahead > MOST_LOOKAHEAD → false",
    ],
  ]),
];
