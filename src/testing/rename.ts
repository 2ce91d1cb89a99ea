import type { LawFile, ModelFile, SideFile, WorldFile } from "./world-file.ts";

/** A world file with every letter of every token, and of the prompt, renamed. */
export function renamed(file: WorldFile, rename: (text: string) => string): WorldFile {
  const law = (next: LawFile): LawFile =>
    Object.fromEntries(Object.entries(next).map(([token, weight]) => [rename(token), weight]));
  const model = (of: ModelFile): ModelFile => ({
    ...of,
    rows: of.rows.map((row) => ({ ...row, context: row.context.map(rename), next: law(row.next) })),
    ...(of.otherwise === undefined ? {} : { otherwise: law(of.otherwise) }),
  });
  const side = (of: SideFile): SideFile => ({
    ...of,
    vocabulary: of.vocabulary.map(rename),
    eos: of.eos === null ? null : rename(of.eos),
    tokenizer:
      of.tokenizer === "longest-prefix"
        ? of.tokenizer
        : { bpe: of.tokenizer.bpe.map(([left, right]): [string, string] => [rename(left), rename(right)]) },
    model: model(of.model),
  });
  return { ...file, prompt: rename(file.prompt), target: side(file.target), drafter: side(file.drafter) };
}

/** Swaps the letters a and b; names of stop tokens contain neither. */
export function swapLetters(text: string): string {
  return text.replace(/[ab]/g, (letter) => (letter === "a" ? "b" : "a"));
}
