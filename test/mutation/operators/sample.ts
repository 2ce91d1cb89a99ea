import { createHash } from "node:crypto";

/** Some mutants of each source, chosen by a seed, where judging all would take too long. */
export interface Sample {
  /** Of each source. */
  readonly most: number;
  readonly seed: number;
}

/** What a record says of a mutant that was not chosen. */
export const NOT_SAMPLED = "not in the sample";

/** How the settings of a run name a sample, for the processes that it starts. */
export const written = ({ most, seed }: Sample): string => `${most}/${seed}`;

/** Reads what {@link written} wrote. */
export const readSample = (text: string | undefined): Sample | undefined => {
  const [most = 0, seed = 0] = (text ?? "").split("/").map(Number);
  return most > 0 ? { most, seed } : undefined;
};

/**
 * The mutants of one source that are judged: those whose places in the source have the least hashes. It depends on the
 * seed, the file's name and the number of its mutants only, not on what was judged before.
 */
export const chosen = (file: string, ids: readonly string[], { most, seed }: Sample): ReadonlySet<string> => {
  const hash = (at: number): string => createHash("sha256").update(`${seed}/${file}/${at}`).digest("hex");
  const inOrder = [...new Set(ids)].sort((a, b) => Number(a) - Number(b));
  const ranked = inOrder.map((id, at) => [hash(at), id] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Set(ranked.slice(0, most).map(([, id]) => id));
};

/** The ids of the mutants in an instrumented source. */
export const idsIn = (source: string): string[] =>
  [...source.matchAll(/stryMutAct_\w+\("(\d+)"\)/g)].map(([, id]) => id as string);
