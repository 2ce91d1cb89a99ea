/** A row of probabilities as reduced fractions, one for each token. */
export type OracleRow = readonly string[];

/** One question to the proved functions; `proofs/oracle/README.md` describes the fields. */
export interface OracleQuestion {
  readonly algorithm: string;
  readonly size: number;
  readonly target: (context: readonly number[]) => OracleRow;
  /** Of a context, or of this round's drafted tokens and the context at its start, as the algorithm has it. */
  readonly drafter?: (context: readonly number[], start: readonly number[]) => OracleRow;
  readonly context: readonly number[];
  readonly stop: number | null;
  readonly lookahead?: number;
  readonly candidates?: number;
  readonly targetTokens?: readonly number[];
  readonly drafterTokens?: readonly number[];
  readonly drafterSize?: number;
  readonly drafterStop?: number | null;
  /** For each drafter token the target token that it is, or null. */
  readonly shared?: readonly (number | null)[];
  readonly retokenise?: (drafted: readonly number[]) => readonly number[];
  readonly budget?: number;
}

/** A word with its exact weight, a reduced fraction. */
export interface OracleWord {
  readonly weight: string;
  readonly word: readonly number[];
}

/** A word that a round may emit, with the number of proposals that were kept. */
export interface OracleOutcome extends OracleWord {
  readonly accepted: number;
}

/** The functions that the theorems speak about, extracted from the proofs: the module `proofs/oracle/oracle.js`. */
export interface Oracle {
  readonly algorithms: readonly string[];
  round(question: OracleQuestion): readonly OracleOutcome[];
  generate(question: OracleQuestion): readonly OracleWord[];
  target(question: OracleQuestion): readonly OracleWord[];
}
