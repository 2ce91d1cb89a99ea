import type { readSync } from "node:fs";

/** The pipe on which a module's process reads its tasks. */
export const TASKS = 3;
/** The pipe on which it answers. */
export const VERDICTS = 4;

const PART = 65_536;

/** Reads a pipe line by line, waiting for each; undefined at its end. */
export function readLine(read: typeof readSync, descriptor: number): () => string | undefined {
  const decoder = new TextDecoder();
  const decode = decoder.decode.bind(decoder);
  const part = new Uint8Array(PART);
  let rest = "";
  return () => {
    for (;;) {
      const end = rest.indexOf("\n");
      if (end >= 0) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 1);
        return line;
      }
      const length = read(descriptor, part, 0, PART, null);
      if (length === 0) return undefined;
      rest += decode(part.subarray(0, length), { stream: true });
    }
  };
}
