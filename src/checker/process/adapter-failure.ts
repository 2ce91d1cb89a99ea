/** An adapter that can no longer be talked to: it exited, hung, or broke the protocol. */
export class AdapterFailure extends Error {
  /** The last lines of its standard error. */
  readonly errors: readonly string[];

  constructor(what: string, errors: readonly string[] = []) {
    super(what);
    this.name = "AdapterFailure";
    this.errors = errors;
  }
}
