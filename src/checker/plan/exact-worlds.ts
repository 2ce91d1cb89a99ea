import type { FileRow, FileSide, WorldFile } from "../protocol/wire-world.ts";
import { type Case, makeCase, type Setting } from "./case.ts";

const LETTERS = ["a", "b", "c", "d"];
/** No two alike: at temperature 0 there are no ties. */
const WEIGHTS = [1, 3, 6, 12];

const contexts: string[][] = [[], ...LETTERS.map((a) => [a]), ...LETTERS.flatMap((a) => LETTERS.map((b) => [a, b]))];

/** Rows whose likeliest token changes from context to context. */
const rows = (vocabulary: readonly string[], turn: number): FileRow[] =>
  contexts.map((context, at) => {
    const total = WEIGHTS.reduce((sum, weight) => sum + weight, 0);
    const next = Object.fromEntries(
      LETTERS.map((token, id) => [token, `${WEIGHTS[(id + turn * at + (at >> 2)) % WEIGHTS.length]}/${total}`]),
    );
    return { context: context.filter((token) => vocabulary.includes(token)), next };
  });

const side = (vocabulary: readonly string[], turn: number): FileSide => ({
  vocabulary,
  eos: null,
  tokenizer: "longest-prefix",
  model: {
    kind: "markov",
    order: 2,
    rows: rows(vocabulary, turn),
    otherwise: Object.fromEntries(LETTERS.map((token) => [token, "1/4"])),
  },
});

const file = (name: string, drafter: readonly string[]): WorldFile => ({
  format: "lossless-world/1",
  name,
  about: "Every context of two tokens has another likeliest token, and no two tokens are equally likely.",
  prompt: "a",
  lookahead: 3,
  target: side(LETTERS, 1),
  drafter: side(drafter, 3),
});

/** The worlds of the exact checks, one for engines with one vocabulary and one for those that insist on two. */
const files = [file("exact", LETTERS), file("exact-two", [...LETTERS, "e"])];

/** The exact worlds under a setting, in the order in which they are tried. */
export function exactCases(setting: Partial<Setting>): Case[] {
  return files.map((at) => makeCase(at.name, at, 0, setting));
}
