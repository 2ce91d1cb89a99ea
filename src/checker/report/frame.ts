/** What a report needs besides the result. */
export interface ReportFrame {
  /** The command that repeats this check, without `--only`. */
  readonly repeat: string;
  /** Faults of the zoo that are first seen like this. */
  readonly suspects: readonly string[];
}
