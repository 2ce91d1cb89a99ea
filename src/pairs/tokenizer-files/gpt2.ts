import type { TokenizerJson } from "../../core/vocab/tokenizer-json.ts";
import { Reader } from "../../core/worlds/reader.ts";
import { checkTokenizerJson } from "./check-tokenizer-json.ts";

const STOP = "<|endoftext|>";

/** GPT-2's own two files, `encoder.json` and `vocab.bpe`, as a `tokenizer.json`: byte-level, its pre-tokenizer built in. */
export function gpt2TokenizerJson(encoder: Reader, mergesText: string): TokenizerJson {
  const merges = mergesText.split("\n").filter((line) => line !== "" && !line.startsWith("#version"));
  const stop = encoder.entries().get(STOP);
  const value = {
    model: { type: "BPE", vocab: encoder.value, merges },
    added_tokens: stop === undefined ? [] : [{ id: stop.value, content: STOP, special: true }],
    normalizer: null,
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, use_regex: true },
    decoder: { type: "ByteLevel" },
  };
  return checkTokenizerJson(new Reader(encoder.file, "$", value));
}

/** Its stop token, where the vocabulary has it. */
export const gpt2Config = { eos_token: STOP };
