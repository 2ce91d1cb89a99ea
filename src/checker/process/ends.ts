/** The time that was granted for the whole check is used up. */
export class OutOfTime extends Error {
  constructor() {
    super("the budget of time is used up");
    this.name = "OutOfTime";
  }
}

/** So many tokens are not left that the next sequence could be asked for. */
export class OutOfTokens extends Error {
  constructor() {
    super("the budget of tokens is used up");
    this.name = "OutOfTokens";
  }
}

/** Somebody ended the check from outside. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}
