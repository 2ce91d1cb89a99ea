import type { Comment, CommentDisplayPart } from "typedoc";

/** The tags of an algorithm's doc comment, in the order asked for. */
export const TAGS = [
  "definition",
  "algorithm",
  "theorem",
  "proof",
  "tested",
  "acceptance",
  "cost",
  "cite",
  "differs",
  "limits",
] as const;

export type Tag = (typeof TAGS)[number];

const text = (parts: readonly CommentDisplayPart[]): string => parts.map((part) => part.text).join("");

/**
 * Markdown of a comment as typedoc read it: what stands before the first tag under "", then each tag in its order. The
 * category is not the comment's own.
 */
export function sectionsOf(comment: Comment | undefined): Map<string, string> {
  const sections = new Map([["", text(comment?.summary ?? [])]]);
  for (const { tag, content } of comment?.blockTags ?? []) {
    if (tag === "@category") continue;
    const before = sections.get(tag.slice(1));
    sections.set(tag.slice(1), before === undefined ? text(content) : `${before}\n${text(content)}`);
  }
  return sections;
}

/** One theorem as the comment lists it. */
export interface ListedTheorem {
  readonly name: string;
  /** What it says, in words and formulas, its assumptions included. */
  readonly says: string;
}

/** The items of `@theorem`: "- `name`: what it says". */
export function listedTheorems(section: string): ListedTheorem[] {
  return section
    .split(/^- /m)
    .map((item) => /^`(\w+)`:\s*([\s\S]*)$/.exec(item))
    .filter((match) => match !== null)
    .map(([, name, says]) => ({ name: name as string, says: (says as string).replace(/\s+/g, " ").trim() }));
}
