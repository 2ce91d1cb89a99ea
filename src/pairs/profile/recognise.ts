import type { TokenizerJson } from "../../core/vocab/tokenizer-json.ts";

/** The paper's vocabularies by their fingerprint, whatever the file is called. Qwen 2 and Qwen 3 have the same one. */
const KNOWN = new Map([
  ["32000:4ed354c0", "llama2"],
  ["32000:c8321c36", "mistral"],
  ["128000:4f174c47", "llama3"],
  ["151643:8bd2b6c5", "qwen"],
]);

/** Which vocabulary of the paper a file holds; undefined when it is none of them. */
export function recognise({ model }: TokenizerJson): string | undefined {
  const pieces = Object.entries(model.vocab).sort(([, a], [, b]) => a - b);
  return KNOWN.get(fingerprint(pieces.map(([piece]) => piece)));
}

/** Their number and FNV-1a over the model's own token strings in the order of their ids; added tokens are left out. */
const fingerprint = (pieces: readonly string[]): string => {
  let hash = 0x811c9dc5;
  for (const piece of pieces) {
    for (let i = 0; i < piece.length; i++) hash = Math.imul(hash ^ piece.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x0a, 0x01000193);
  }
  return `${pieces.length}:${(hash >>> 0).toString(16).padStart(8, "0")}`;
};
