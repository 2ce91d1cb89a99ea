/** What a row of a check says. Never that anything is proved: a black box can only be refuted. */
export type CheckVerdict =
  | "refuted"
  | "consistent"
  | "contract"
  | "not applicable"
  | "not reached"
  | "broken"
  | "unknown";

/** What was refuted. */
export type RefutedKind =
  | "law"
  | "support"
  | "length"
  | "stop"
  | "ids"
  | "greedy"
  | "batch"
  | "terminates"
  | "answers repeated"
  | "not random";

/** One row: what was looked at, and what was found. */
export interface CheckRow {
  readonly step: string;
  readonly verdict: CheckVerdict;
  readonly kind?: RefutedKind;
  /** One sentence for people. */
  readonly what: string;
  readonly sequences: number;
  readonly tokens: number;
  /** $\log_{10}$ of the largest e-value so far and of the last one; null where something impossible was seen. */
  readonly evidence?: { readonly peak: number | null; readonly last: number | null };
  /** How many sequences and tokens of a case came until its alarm; the run in which it was raised goes on to its end. */
  readonly alarm?: { readonly sequences: number; readonly tokens: number };
  readonly witness?: CheckWitness;
}

/** The shortest answer that shows the fault, and how to get it again. */
export interface CheckWitness {
  readonly world: string;
  readonly prompt: readonly number[];
  readonly tokens: readonly unknown[];
  /** The tokens as the world writes them. */
  readonly text: string;
  readonly seed: number | null;
  readonly run: string;
  readonly index: number;
}
