import { SPACE_SIGN } from "../../core/vocab/token-bytes.ts";
import type { TokenizerJson } from "../../core/vocab/tokenizer-json.ts";

/** What `llama-tokenizer-js` and `mistral-tokenizer-js` export: token strings by id, and merges `"left right"` by order. */
export interface SentencePiecePackage {
  readonly vocabById: readonly string[];
  readonly merges: ReadonlyMap<string, number>;
}

const SPECIAL = ["<unk>", "<s>", "</s>"];

/** The vocabularies of Llama 2 and of Mistral 7B, which their packages keep in a form of their own, as a `tokenizer.json`. */
export function sentencePieceTokenizerJson({ vocabById, merges }: SentencePiecePackage): TokenizerJson {
  return {
    model: {
      type: "BPE",
      unk_token: "<unk>",
      fuse_unk: true,
      byte_fallback: true,
      vocab: Object.fromEntries(vocabById.map((piece, id) => [piece, id])),
      merges: [...merges].sort(([, a], [, b]) => a - b).map(([merge]) => merge),
    },
    added_tokens: SPECIAL.map((content) => ({ id: vocabById.indexOf(content), content, special: true })),
    normalizer: { type: "Replace", pattern: { String: " " }, content: SPACE_SIGN },
    pre_tokenizer: null,
    decoder: null,
  };
}

/** Their stop token. */
export const sentencePieceConfig = { eos_token: "</s>" };
