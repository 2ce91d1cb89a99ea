import { printable } from "../core/vocab/printable.ts";

/** The command line was not understood: said in one line that a terminal shows and does not obey. */
export class UsageError extends Error {
  constructor(message: string) {
    super(printable(message));
    this.name = "UsageError";
  }
}
