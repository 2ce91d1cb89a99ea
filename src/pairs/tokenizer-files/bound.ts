import { createContext, Script } from "node:vm";
import type { Bound } from "../../core/vocab/real-tokenizer.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";

/** What work may take, in milliseconds. */
export interface Allowance {
  /** Beyond what calls bring with them, all of them together. */
  readonly spare: number;
  /** What each call brings, and each byte of its text: ten times what a tokenizer takes. */
  readonly call: number;
  readonly byte: number;
}

const ALLOWANCE: Allowance = { spare: 3_000, call: 1, byte: 0.01 };

const script = new Script("work()");

/**
 * Bounds the time that a foreign tokenizer's patterns take: a pattern as `(a+)+$` needs longer than anybody waits for a
 * line of one letter. Guaranteed: all calls together take at most `spare` milliseconds more than `call` each and `byte`
 * for each byte, then the file is refused. The engine itself stops the pattern, so no thread and no copy is needed: 60 µs
 * a call, for tokenizers whose pipeline is not recognised only.
 */
export function bound(file: string, allowance = ALLOWANCE, now = (): number => performance.now()): Bound {
  let spare = allowance.spare;
  let refused: BadInput | undefined;
  let current: () => unknown = () => undefined;
  const context = createContext({ work: () => current() });
  return (bytes, work) => {
    if (refused !== undefined) throw refused;
    const most = spare + allowance.call + allowance.byte * bytes;
    const start = now();
    current = work;
    try {
      return script.runInContext(context, { timeout: Math.max(1, Math.ceil(most)) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      const found = `patterns that were still at work on ${bytes} bytes after ${((now() - start) / 1000).toFixed(1)} s`;
      refused = new BadInput(file, found, "a normalizer and a pre_tokenizer whose time grows with the text");
      throw refused;
    } finally {
      spare = Math.min(allowance.spare, most - (now() - start));
    }
  };
}
