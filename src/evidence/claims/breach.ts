/** Where a law fails: what was found there, and what the law says. */
export interface Breach {
  readonly law: string;
  /** The context, in words. */
  readonly at: string;
  readonly found: string;
  readonly expected: string;
}
