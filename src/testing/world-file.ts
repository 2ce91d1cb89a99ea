import type { DecidableField } from "../core/num/field.ts";
import { parseWorld } from "../core/worlds/parse-world.ts";
import type { World } from "../core/worlds/world.ts";

/** A law as a world file writes it: token to exact fraction. */
export type LawFile = Readonly<Record<string, string>>;

export interface RowFile {
  readonly context: readonly string[];
  readonly position?: number;
  readonly next: LawFile;
}

interface RowsFile {
  readonly rows: readonly RowFile[];
  readonly otherwise?: LawFile;
  readonly period?: number;
}

export type ModelFile =
  | ({ readonly kind: "markov"; readonly order: number } & RowsFile)
  | ({ readonly kind: "table" } & RowsFile);

export type TokenizerFile = "longest-prefix" | { readonly bpe: readonly (readonly [string, string])[] };

export interface SideFile {
  readonly vocabulary: readonly string[];
  readonly eos: string | null;
  readonly bytes?: "hex";
  readonly tokenizer: TokenizerFile;
  readonly model: ModelFile;
}

/** A `lossless-world/1` file as the plain object that it is. */
export interface WorldFile {
  readonly format: "lossless-world/1";
  readonly name: string;
  readonly prompt: string;
  readonly lookahead: number;
  readonly candidates?: number;
  readonly target: SideFile;
  readonly drafter: SideFile;
}

/** The world that a file describes, read by the same parser as everyone's files. */
export function worldOf<W>(field: DecidableField<W>, file: WorldFile): World<W> {
  return parseWorld(field, "a generated world", JSON.stringify(file));
}

/** The file, one line for each side, and the command that replays it. */
export function replay(file: WorldFile, algorithm: string): string {
  const lines = Object.entries(file).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `cat > world.json <<'END'\n{\n${lines.join(",\n")}\n}\nEND\nlossless verify world.json --algorithm ${algorithm}`;
}
