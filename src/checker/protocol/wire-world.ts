import { parseRational, rational } from "../../core/num/rational.ts";
import { logit } from "../../core/worlds/check-logits.ts";

/** A law as a world file writes it: token to exact fraction, what is left out has probability 0. */
export type FileLaw = Readonly<Record<string, string>>;

export interface FileRow {
  readonly position?: number;
  readonly context: readonly string[];
  readonly next: FileLaw;
  readonly logits?: readonly number[];
}

export interface FileModel {
  readonly kind: "markov" | "table";
  readonly order?: number;
  readonly period?: number;
  readonly offset?: number;
  readonly rows: readonly FileRow[];
  readonly otherwise?: FileLaw;
}

export interface FileSide {
  readonly vocabulary: readonly string[];
  readonly eos: string | null;
  readonly tokenizer: "longest-prefix" | { readonly bpe: readonly (readonly [string, string])[] };
  readonly model: FileModel;
}

/** A `lossless-world/1` file, read and found well formed. */
export interface WorldFile {
  readonly format: "lossless-world/1";
  readonly name: string;
  readonly about?: string;
  readonly prompt: string;
  readonly lookahead: number;
  readonly candidates?: number;
  readonly target: FileSide;
  readonly drafter: FileSide;
}

/**
 * A world as adapters get it: a world file in which every context has a row of its own, with its logits. Ids are places in
 * `vocabulary`.
 */
export type WireWorld = WorldFile;

/** Contexts listed for one side, at most; rows beyond are served by `otherwise`. */
export const MOST_ROWS = 4096;

/** Writes out the contexts that `otherwise` serves, where they are few, and gives every row its logits. */
export function wireWorld(file: WorldFile): WireWorld {
  return {
    ...file,
    target: { ...file.target, model: wireModel(file.target) },
    drafter: { ...file.drafter, model: wireModel(file.drafter) },
  };
}

const wireModel = ({ vocabulary, model }: FileSide): FileModel => {
  const { offset = 0 } = model;
  const withLogits = (row: FileRow): FileRow => ({ ...row, logits: logitsOf(vocabulary, row.next, offset) });
  const rows = model.otherwise === undefined ? model.rows : [...model.rows, ...served(vocabulary, model)];
  const { otherwise, ...rest } = model;
  return { ...rest, rows: rows.map(withLogits), ...(model.kind === "table" && otherwise ? { otherwise } : {}) };
};

/** The rows that `otherwise` stands for. */
const served = (vocabulary: readonly string[], { kind, order = 0, period, rows, otherwise }: FileModel): FileRow[] => {
  if (kind === "table") return [];
  const name = (position: number, context: readonly string[]): string => JSON.stringify([position, context]);
  const known = new Set(rows.map(({ position = 0, context }) => name(position, context)));
  let contexts: string[][] = [[]];
  const all: string[][] = [[]];
  for (let length = 1; length <= order && all.length <= MOST_ROWS; length++) {
    contexts = contexts.flatMap((context) => vocabulary.map((token) => [...context, token]));
    all.push(...contexts);
  }
  return all.flatMap((context) =>
    Array.from({ length: period ?? 1 }, (_, position) => position)
      .filter((position) => !known.has(name(position, context)))
      .map((position) => ({
        ...(period === undefined ? {} : { position }),
        context,
        next: otherwise as FileLaw,
      })),
  );
};

/** The logits of a law, in the vocabulary's order. */
const logitsOf = (vocabulary: readonly string[], law: FileLaw, offset: number): number[] =>
  vocabulary.map((token) => {
    const weight = parseRational(law[token] ?? "0");
    return logit(weight === undefined ? 0 : rational.toNumber(weight), offset);
  });
