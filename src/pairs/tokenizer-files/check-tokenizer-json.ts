import { at as itemAt } from "../../core/num/at.ts";
import type { AddedToken, Step, TokenizerJson } from "../../core/vocab/tokenizer-json.ts";
import { tokenKind } from "../../core/vocab/tokenizer-json.ts";
import { shown } from "../../core/worlds/bad-input.ts";
import type { Reader } from "../../core/worlds/reader.ts";

const HIGHEST_ID = 4_000_000;
const MOST_MERGES = 4_000_000;
/** In characters; the longest known, of Claude, has 1024. Counting segmentations takes quadratic time. */
const LONGEST_TOKEN = 2_000;

const KINDS = 'a byte-pair encoding that holds every byte ("byte-level" or "byte_fallback")';

/** Checks what is read of a `tokenizer.json`; the rest is the tokenizer library's. Refusals name the JSON path. */
export function checkTokenizerJson(root: Reader): TokenizerJson {
  const keys = root.entries();
  const need = (from: Map<string, Reader>, key: string, at: Reader): Reader =>
    from.get(key) ?? at.refuse(`the key "${key}"`, "none");
  const modelAt = need(keys, "model", root);
  const model = modelAt.entries();
  const type = model.get("type");
  if (type !== undefined && type.value !== "BPE") type.refuse(KINDS, `a tokenizer of kind ${shown(type.value)}`);
  checkVocabulary(need(model, "vocab", modelAt));
  checkMerges(need(model, "merges", modelAt));
  for (const flag of ["normalizer", "pre_tokenizer", "decoder"]) checkSteps(keys.get(flag));
  const added = keys.get("added_tokens")?.list(HIGHEST_ID).map(checkAdded) ?? [];

  const value = root.value as TokenizerJson;
  const json: TokenizerJson = {
    ...value,
    added_tokens: added,
    normalizer: value.normalizer ?? null,
    pre_tokenizer: value.pre_tokenizer ?? null,
    decoder: value.decoder ?? null,
  };
  if (tokenKind(json) === undefined) modelAt.refuse(KINDS, "a byte-pair encoding over characters only");
  return json;
}

// The next two look at hundreds of thousands of entries: a reader is made only for the one that is refused.
const checkVocabulary = (at: Reader): void => {
  if (typeof at.value !== "object" || at.value === null || Array.isArray(at.value)) at.refuse("an object");
  const entries = Object.entries(at.value);
  if (entries.length === 0) at.refuse("at least one token", "none");
  for (const [piece, id] of entries) {
    const isId = Number.isInteger(id) && (id as number) >= 0 && (id as number) <= HIGHEST_ID;
    if (piece.length > LONGEST_TOKEN)
      at.refuse(`tokens of at most ${LONGEST_TOKEN} characters`, `one of ${piece.length}`);
    if (!isId) (at.entries().get(piece) as Reader).wholeNumber(0, HIGHEST_ID);
  }
};

const checkMerges = (at: Reader): void => {
  if (!Array.isArray(at.value)) at.refuse("a list");
  const isMerge = (merge: unknown): boolean =>
    typeof merge === "string"
      ? merge.indexOf(" ", 1) > 0
      : Array.isArray(merge) && merge.length === 2 && merge.every((part) => typeof part === "string" && part !== "");
  const wrong = at.value.findIndex((merge) => !isMerge(merge));
  if (wrong >= 0) itemAt(at.list(MOST_MERGES), wrong).refuse('two tokens, "left right" or ["left", "right"]');
};

const checkAdded = (at: Reader): AddedToken => {
  const keys = at.entries();
  const id = (keys.get("id") ?? at.refuse('the key "id"', "none")).wholeNumber(0, HIGHEST_ID);
  const content = keys.get("content") ?? at.refuse('the key "content"', "none");
  if (content.string(LONGEST_TOKEN) === "") content.refuse("a token with text");
  return {
    ...(at.value as object),
    id,
    content: content.string(LONGEST_TOKEN),
    special: keys.get("special")?.value === true,
  };
};

/** A pattern is a text or a regular expression: the library would print any other. */
const checkPattern = (at: Reader | undefined): void => {
  if (at === undefined || at.value === null) return;
  const keys = at.entries();
  (keys.get("Regex") ?? keys.get("String") ?? at.refuse('the key "Regex" or "String"', "none")).string();
};

/** A pipeline: null, or an object with a type, in sequences too. */
const checkSteps = (at: Reader | undefined): void => {
  if (at === undefined || at.value === null) return;
  const keys = at.entries();
  const type = keys.get("type") ?? at.refuse('the key "type"', "none");
  checkPattern(keys.get("pattern"));
  if ((type.string() as Step["type"]) !== "Sequence") return;
  for (const key of ["normalizers", "pretokenizers", "decoders"]) keys.get(key)?.list(100).forEach(checkSteps);
};
