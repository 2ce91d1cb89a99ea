import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { parseJson } from "../../core/worlds/json.ts";
import { Reader } from "../../core/worlds/reader.ts";
import { kindOf, readText } from "../../system/files.ts";
import type { Heads } from "../onnx/signature.ts";

/** What a model folder's `config.json`, `generation_config.json` and `tokenizer_config.json` say that is used here. */
export interface ModelConfig {
  /** Most tokens of a text. */
  readonly positions: number;
  readonly vocabularySize: number | undefined;
  readonly heads: Heads;
  readonly begin: number | undefined;
  /** Tokens that end a text, the tokenizer's stop token first. */
  readonly stops: readonly number[];
  /** Does the tokenizer put the begin token before a text? */
  readonly beginsWithToken: boolean;
}

const MOST = 2 ** 24;
/** The same figure under the names that families of models give it. */
const POSITIONS = ["max_position_embeddings", "n_positions", "n_ctx", "max_seq_len", "max_sequence_length"];

/** Reads the configuration of a model folder. */
export function readConfig(folder: string): ModelConfig {
  if (!existsSync(folder))
    throw new BadInput(folder, "nothing", "a folder with config.json, tokenizer.json and onnx/model.onnx");
  const status = statSync(folder);
  if (!status.isDirectory()) throw new BadInput(folder, kindOf(status), "a model's folder");
  const root = open(join(folder, "config.json"));
  const config = root.entries();
  const whole = (name: string, least = 1): number | undefined => {
    const at = config.get(name);
    return at === undefined || at.value === null ? undefined : at.wholeNumber(least, MOST);
  };
  if (config.get("is_encoder_decoder")?.value === true) {
    (config.get("is_encoder_decoder") as Reader).refuse("a causal language model", "an encoder-decoder");
  }
  const positions = POSITIONS.map((name) => whole(name)).find((found) => found !== undefined);
  if (positions === undefined)
    throw new BadInput(root.file, "no number of positions", `one of ${POSITIONS.join(", ")}`);
  const queries = whole("num_attention_heads") ?? whole("n_head");
  const hidden = whole("hidden_size") ?? whole("n_embd");
  const width = hidden !== undefined && queries !== undefined ? Math.floor(hidden / queries) : undefined;

  const generation = optional(join(folder, "generation_config.json"));
  const stops =
    [generation.get("eos_token_id"), config.get("eos_token_id")].map(ids).find((list) => list.length > 0) ?? [];
  const begin = ids(generation.get("bos_token_id") ?? config.get("bos_token_id"))[0];
  const tokenizer = optional(join(folder, "tokenizer_config.json"));
  return {
    positions,
    vocabularySize: whole("vocab_size"),
    heads: { heads: whole("num_key_value_heads") ?? queries, width: whole("head_dim") ?? width },
    begin,
    stops,
    beginsWithToken: tokenizer.get("add_bos_token")?.value === true,
  };
}

const open = (file: string): Reader => new Reader(file, "$", parseJson(file, readText(file)));

const optional = (file: string): Map<string, Reader> => (existsSync(file) ? open(file).entries() : new Map());

/** One id, a list of ids, or none. */
const ids = (at: Reader | undefined): number[] => {
  if (at === undefined || at.value === null) return [];
  return Array.isArray(at.value) ? at.list(1000).map((one) => one.wholeNumber(0, MOST)) : [at.wholeNumber(0, MOST)];
};
