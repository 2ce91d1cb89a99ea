import { BadModel } from "../core/models/bad-model.ts";
import { printable } from "../core/vocab/printable.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import { UsageError } from "./usage.ts";

/**
 * What is thrown, as one line for people: what is wrong with their input, what the system said, or that it was not expected.
 * Anything can be thrown, also what has no text. With `debug` the stack follows.
 */
export function describeError(error: unknown, debug: boolean): string {
  const line = printable(textOf(error).replace(/\p{Cc}+/gu, " "));
  return debug && error instanceof Error && typeof error.stack === "string" ? `${line}\n${error.stack}` : line;
}

const textOf = (error: unknown): string => {
  try {
    if (!(error instanceof Error)) return `unexpected ${String(error)}`;
    if (error instanceof BadInput || error instanceof BadModel || error instanceof UsageError) return error.message;
    if (typeof (error as NodeJS.ErrnoException).syscall === "string") return error.message;
    return `unexpected ${error.name}: ${error.message} (LOSSLESS_DEBUG=1 shows where)`;
  } catch {
    return "unexpected error without a text";
  }
};
