/** A reachable context has no law: the model's table leaves it out and has no `otherwise`. */
export class MissingRow extends Error {
  /** `side`: whose model; `context`: its last tokens, for people. */
  constructor(side: string, context: string) {
    super(`the ${side} model has no row for the context "${context}" and no "otherwise"`);
    this.name = "MissingRow";
  }
}
