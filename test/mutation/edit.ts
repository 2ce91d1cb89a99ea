/** One deliberate mistake in one line of one file. */
export interface Edit {
  readonly id: string;
  /** From the root of the project. */
  readonly file: string;
  /** Text that occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** The algorithms that run the line and are wrong, or more costly, with the mistake in it. */
  readonly wounds: readonly string[];
  /** What the mistake is, in one sentence. */
  readonly about: string;
}

type Row = readonly [name: string, find: string, replace: string, about: string, wounds?: readonly string[]];

/** The edits of one file; each wounds `wounds` unless it says otherwise. */
export const editsOf = (file: string, wounds: readonly string[], rows: readonly Row[]): Edit[] =>
  rows.map(([name, find, replace, about, own]) => ({
    id: `${file.replace(/^.*\//, "").replace(/\.ts$/, "")}/${name}`,
    file,
    find,
    replace,
    wounds: own ?? wounds,
    about,
  }));
