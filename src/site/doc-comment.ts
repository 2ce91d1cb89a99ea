/** The tags of an algorithm's doc comment, in the order asked for. */
export const TAGS = [
  "definition",
  "algorithm",
  "theorem",
  "proof",
  "property",
  "acceptance",
  "cost",
  "cite",
  "differs",
  "limits",
] as const;

export type Tag = (typeof TAGS)[number];

/** The lines of the doc comment directly above the exported algorithm; one empty line where there is none. */
export const commentOf = (source: string): string[] => {
  const above = /^([\s\S]*?)^export const \w+: Algorithm\b/m.exec(source)?.[1] ?? "";
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n$/.exec(above)?.[1] ?? "";
  return comment.split("\n").map((line) => line.replace(/^ \* ?/, "").trimEnd());
};

/** The text before the first tag, under "", and that of each tag; a Map keeps their order. */
export const sectionsOf = (lines: readonly string[]): Map<string, string> => {
  const sections = new Map([["", ""]]);
  let tag = "";
  for (const line of lines) {
    const [, name, rest = ""] = /^@(\w+)(.*)$/.exec(line) ?? [];
    if (name !== undefined) tag = name;
    sections.set(tag, `${sections.get(tag) ?? ""}${name === undefined ? line : rest}\n`);
  }
  return sections;
};

/** One theorem as the doc comment lists it. */
export interface ListedTheorem {
  readonly name: string;
  /** What it says, in words and formulas, its assumptions included. */
  readonly says: string;
}

/** The items of `@theorem`: "- `name`: what it says". */
export const listedTheorems = (section: string): ListedTheorem[] =>
  section
    .split(/^- /m)
    .map((item) => /^`(\w+)`:\s*([\s\S]*)$/.exec(item))
    .filter((match) => match !== null)
    .map(([, name, says]) => ({ name: name as string, says: (says as string).replace(/\s+/g, " ").trim() }));
