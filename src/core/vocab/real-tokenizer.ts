import { Tokenizer as LibraryTokenizer } from "@huggingface/tokenizers";
import type { RealVocabulary } from "./real-vocabulary.ts";
import { settledBoundaries } from "./settled-boundaries.ts";
import { characters, fromUnicode, type Text, toUnicode } from "./text.ts";
import { byteLevelPiece, bytePiece, SPACE_SIGN } from "./token-bytes.ts";
import type { Tokenizer } from "./tokenizer.ts";
import type { Step, TokenizerJson } from "./tokenizer-json.ts";
import type { Token } from "./vocabulary.ts";

/** Does some work on a text of so many bytes, or gives it up: the time that a file's patterns take is not known. */
export type Bound = <A>(bytes: number, work: () => A) => A;

/** Work that is known to end is just done. */
const unbounded: Bound = (_, work) => work();

/**
 * A real tokenizer, bytes in and tokens out, through `@huggingface/tokenizers`.
 *
 * It tokenises a text as a piece of a document, not as its beginning: nothing is added, so the space that Llama 2 puts
 * before a text is left out, and text that looks like a special token is ordinary text. Bytes that are not valid UTF-8
 * become one single-byte token each, and the texts between them are tokenised on their own. A normaliser still applies:
 * on what NFC changes, the tokens spell the normalised text. All that the library does is done within `bound`.
 */
export function realTokenizer<V extends string>(
  vocabulary: RealVocabulary<V>,
  json: TokenizerJson,
  config: Readonly<Record<string, unknown>>,
  bound: Bound = unbounded,
): Tokenizer<V> {
  const library = bound(
    Object.keys(json.model.vocab).length + json.model.merges.length,
    () => new LibraryTokenizer(asContinuation(json), { ...config }),
  );
  const boundaries = settledBoundaries(json, vocabulary.kind, config);
  const idOf = new Map(vocabulary.pieces.map((piece, id) => [piece, id as Token<V>]));

  const singleByte = (byte: Text): Token<V> | undefined =>
    idOf.get(vocabulary.kind === "byte-level" ? byteLevelPiece(byte) : bytePiece(byte));

  /** The bytes that the tokens of valid Unicode will spell. */
  const normalised = (unicode: string): Text => {
    const text = library.normalizer === null ? unicode : library.normalizer.normalize(unicode);
    return fromUnicode(vocabulary.kind === "byte-fallback" ? text.replaceAll(SPACE_SIGN, " ") : text);
  };

  /** Tokens of one run; undefined stands for a place where none fits. */
  const encodeRun = (run: Text): (Token<V> | undefined)[] => {
    const unicode = toUnicode(run);
    if (unicode === undefined) return [singleByte(run)];
    const [expected, pieces] = bound(run.length, () => [normalised(unicode), library.tokenize(unicode)] as const);
    const found: (Token<V> | undefined)[] = [];
    let at = 0;
    for (const piece of pieces) {
      const token = idOf.get(piece);
      const text = token === undefined || vocabulary.special.has(token) ? undefined : vocabulary.text(token);
      if (text !== undefined && !expected.startsWith(text, at)) found.push(undefined);
      found.push(text === undefined ? undefined : token);
      at += text?.length ?? 0;
    }
    if (at < expected.length) found.push(undefined);
    return found;
  };

  const encodeAll = (text: Text): (Token<V> | undefined)[] => validRuns(text).flatMap(encodeRun);
  const encodeDropping = (text: Text): Token<V>[] => encodeAll(text).filter((token) => token !== undefined);

  return {
    vocabulary,
    encode: (text) => {
      const all = encodeAll(text);
      const gap = all.indexOf(undefined);
      return (gap < 0 ? all : all.slice(0, gap)) as Token<V>[];
    },
    encodeDropping,
    cutsLongestPrefix: false,
    pendingGrows: true,
    settle: (text) => {
      const at = boundaries(text).at(-1) ?? 0;
      return { tokens: encodeDropping(text.slice(0, at)), pending: text.slice(at) };
    },
    firstSettled: (text) => boundaries(text).length > 0,
  };
}

/** Splits into the longest runs of valid UTF-8 and single bytes that belong to no character. */
const validRuns = (text: Text): Text[] => {
  if (text === "" || toUnicode(text) !== undefined) return text === "" ? [] : [text];
  const runs: Text[] = [];
  let open = false;
  for (const character of characters(text)) {
    const valid = toUnicode(character) !== undefined;
    if (valid && open) runs.push(`${runs.pop()}${character}`);
    else runs.push(character);
    open = valid;
  }
  return runs;
};

/** The same tokenizer without what it adds at the start of a document and without special tokens in text. */
const asContinuation = (json: TokenizerJson): object => {
  const special = new Set(json.added_tokens.filter(({ special }) => special).map(({ content }) => content));
  const ordinary = Object.entries(json.model.vocab).filter(
    ([piece]) => !special.has(piece) || piece === json.model.unk_token,
  );
  return {
    ...json,
    normalizer: continuing(json.normalizer),
    pre_tokenizer: continuing(json.pre_tokenizer),
    post_processor: null,
    added_tokens: json.added_tokens.filter(({ special }) => !special),
    model: { ...json.model, vocab: Object.fromEntries(ordinary) },
  };
};

const continuing = (step: Step | null): Step | null => {
  if (step === null || step.type === "Prepend") return null;
  if (step.type === "ByteLevel") return { ...step, add_prefix_space: false };
  if (step.type === "Metaspace") return { ...step, add_prefix_space: false, prepend_scheme: "never" };
  if (step.type !== "Sequence") return step;
  const key = step.normalizers === undefined ? "pretokenizers" : "normalizers";
  return { ...step, [key]: (step[key] as Step[]).map(continuing).filter((inner) => inner !== null) };
};
