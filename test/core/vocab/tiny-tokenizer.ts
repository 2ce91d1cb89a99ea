import { byteLevelPiece, bytePiece } from "../../../src/core/vocab/token-bytes.ts";
import type { AddedToken, TokenizerJson } from "../../../src/core/vocab/tokenizer-json.ts";

const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** A byte-level `tokenizer.json` with all bytes as ids 0 to 255, then the results of the merges. */
export const tinyByteLevel = (
  merges: readonly [string, string][],
  rest: Partial<TokenizerJson> = {},
): TokenizerJson => {
  const pieces = [...bytes.map(byteLevelPiece), ...merges.map(([left, right]) => left + right)];
  const vocab = Object.fromEntries(pieces.map((piece, id) => [piece, id]));
  const pre_tokenizer = { type: "ByteLevel", add_prefix_space: false, use_regex: true };
  return {
    model: { type: "BPE", vocab, merges },
    added_tokens: [],
    normalizer: null,
    pre_tokenizer,
    decoder: null,
    ...rest,
  };
};

/** A byte-fallback `tokenizer.json`: `<unk>`, all bytes, the given characters, then the results of the merges. */
export const tinyByteFallback = (characters: string, merges: readonly [string, string][]): TokenizerJson => {
  const pieces = ["<unk>", ...bytes.map(bytePiece), ...characters, ...merges.map(([left, right]) => left + right)];
  const vocab = Object.fromEntries(pieces.map((piece, id) => [piece, id]));
  return {
    model: { type: "BPE", byte_fallback: true, fuse_unk: true, unk_token: "<unk>", vocab, merges },
    added_tokens: [special(0, "<unk>")],
    normalizer: { type: "Replace", pattern: { String: " " }, content: "\u2581" },
    pre_tokenizer: null,
    decoder: null,
  };
};

export const special = (id: number, content: string): AddedToken => ({ id, content, special: true });
