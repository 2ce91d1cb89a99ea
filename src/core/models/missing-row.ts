/**
 * A reachable context has no law: the model's table leaves it out and has no `otherwise`.
 *
 * @example
 * new MissingRow("target", "a·b").context; // → "a·b"
 */
export class MissingRow extends Error {
  /** Whose model. */
  readonly side: string;
  /** The tokens before the missing law, for people. */
  readonly context: string;

  constructor(side: string, context: string) {
    super(`the ${side} model has no row for the context "${context}" and no "otherwise"`);
    this.name = "MissingRow";
    this.side = side;
    this.context = context;
  }
}
