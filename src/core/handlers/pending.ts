/** Thrown by a model in place of an answer that is still to be computed: the program is run again when it is there. */
export class Pending {
  /** Computes the answer and keeps it where the model finds it. */
  readonly fetch: () => Promise<void>;

  constructor(fetch: () => Promise<void>) {
    this.fetch = fetch;
  }
}
