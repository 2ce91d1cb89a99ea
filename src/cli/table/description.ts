import type { Options } from "./option.ts";

/** A command, described once: it is parsed, explained and documented from this. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  /** What follows the name, one line for each way to call it. */
  readonly usage: readonly string[];
  /** One line for the list of commands. */
  readonly summary: string;
  /** Paragraphs; lines that begin with two spaces stay as they are. */
  readonly about: string;
  readonly options: O;
  /** Does it take words that are no options? */
  readonly words: boolean;
  /** Paragraphs behind the options. */
  readonly notes?: string;
  /** What follows `lossless NAME`, and what it does. */
  readonly examples: readonly (readonly [command: string, what: string])[];
}
