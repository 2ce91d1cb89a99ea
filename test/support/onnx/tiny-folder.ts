import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TokenizerJson } from "../../../src/core/vocab/tokenizer-json.ts";
import { special, tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";
import { type Shape, tiny, tinyDecoder } from "./tiny-decoder.ts";

const END = "<|end|>";

/** What a folder holds beside its decoder. */
export interface Folder extends Partial<Shape> {
  readonly merges: readonly [string, string][];
  readonly config: object;
  readonly generation: object;
  /** Another path for the model file. */
  readonly file: string;
}

/** A byte-level tokenizer with these merges and a stop token, as `tokenizer.json`. */
export const tinyTokenizer = (merges: readonly [string, string][]): TokenizerJson =>
  tinyByteLevel(merges, { added_tokens: [special(256 + merges.length, END)] });

/** Writes a model folder as exporters do, of a decoder with random weights, and returns its path. */
export const tinyFolder = (parts: Partial<Folder> = {}): string => {
  const { merges = [], config = {}, generation = {}, file = "onnx/model.onnx" } = parts;
  const columns = parts.columns ?? 257 + merges.length;
  const shape = { ...tiny, ...parts, columns };
  const folder = mkdtempSync(join(tmpdir(), "tiny-model-"));
  const write = (name: string, value: object): void => writeFileSync(join(folder, name), JSON.stringify(value));
  write("config.json", {
    model_type: "llama",
    max_position_embeddings: shape.positions,
    vocab_size: columns,
    num_attention_heads: shape.heads,
    num_key_value_heads: shape.grouped,
    ...config,
  });
  write("generation_config.json", { eos_token_id: 256 + merges.length, ...generation });
  write("tokenizer.json", tinyTokenizer(merges));
  write("tokenizer_config.json", { eos_token: END });
  const { model, external } = tinyDecoder(shape);
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), model);
  if (external !== undefined) writeFileSync(join(folder, file, "..", shape.external as string), external);
  return folder;
};

/** Removes a folder that {@link tinyFolder} made. */
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
