/** What a tier found out about one algorithm in one world. */
export type Finding = "proved" | "refuted" | "consistent" | "unknown";

/** A place where the output law and the target's law differ. */
export interface Witness {
  /** The law that is broken: `lossless` or `normalized`, or `contract` where the round is none. */
  readonly law: string;
  /** The prompt's target tokens. */
  readonly prompt: string;
  /** The first horizon, in tokens, at which the laws differ. */
  readonly horizon: number;
  /** The sequence of target tokens on which they differ most, as people read it. */
  readonly tokens: string;
  /** Probability of that sequence under the target, a reduced fraction. */
  readonly target: string;
  /** Probability with which the algorithm emits it, a reduced fraction. */
  readonly output: string;
  /** The heaviest sequence of choices that leads there, in words; empty when there are too many to search. */
  readonly path: readonly string[];
}

/** One row of a verification. Rationals are reduced strings; null where the tier does not compute them. */
export interface Verdict {
  readonly world: string;
  readonly algorithm: string;
  readonly verdict: Finding;
  /** What is refuted where it is not the law: the contract of a round, or of the algorithm's formulas. */
  readonly kind?: "contract";
  readonly tier: "enumeration" | "symbolic" | "oracle" | "statistics";
  /** Begins with `every horizon`, `horizon ≤ n` or `all real laws`. */
  readonly scope: string;
  /** Total variation between one completed round and the target, the largest over all contexts. */
  readonly gap: string | null;
  readonly acceptance: string | null;
  readonly expectedTokens: string | null;
  /** Context classes that a round can start from. */
  readonly contexts: number | null;
  readonly why?: string;
  readonly witness?: Witness;
  /** Symbolic only: a world in the format `lossless-world/1` that enumeration refutes; the witness is its. */
  readonly counterexample?: object;
  /** Statistics only: chance of a false alarm. */
  readonly alpha?: number;
  /** Statistics only: chance to see a bias of the size `detectable`. */
  readonly power?: number;
  /** Statistics only: smallest total variation that is seen with that power. */
  readonly detectable?: number;
  /** Statistics only: generations sampled. */
  readonly samples?: number;
}
