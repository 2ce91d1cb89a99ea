import { makeCase } from "../../../src/checker/plan/case.ts";
import type { FileLaw, FileSide, WorldFile } from "../../../src/checker/protocol/wire-world.ts";

const side = (next: FileLaw): FileSide => ({
  vocabulary: Object.keys(next),
  eos: null,
  tokenizer: "longest-prefix",
  model: { kind: "markov", order: 0, rows: [{ context: [], next }] },
});

/** A world without memory, whose drafter says something else than its target. */
export const worldFile = (
  name: string,
  next: FileLaw = { a: "1/2", b: "1/4", c: "1/4" },
  drafter: FileLaw = { ...Object.fromEntries(Object.keys(next).map((token) => [token, "0"])), a: "1" },
): WorldFile => ({
  format: "lossless-world/1",
  name,
  about: `The world ${name}.`,
  prompt: "a",
  lookahead: 2,
  target: side(next),
  drafter: side(drafter),
});

/** A case in it. */
export const caseIn = (name: string, sequences = 60, next?: FileLaw) =>
  makeCase(name, worldFile(name, next), sequences);
