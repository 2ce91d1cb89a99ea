import { hasKnownPipeline } from "../../core/vocab/known-pipeline.ts";
import { realTokenizer } from "../../core/vocab/real-tokenizer.ts";
import { type RealVocabulary, realVocabulary, UnreadableToken } from "../../core/vocab/real-vocabulary.ts";
import type { Tokenizer } from "../../core/vocab/tokenizer.ts";
import type { TokenizerJson } from "../../core/vocab/tokenizer-json.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { parseJson } from "../../core/worlds/json.ts";
import { Reader } from "../../core/worlds/reader.ts";
import { readText } from "../../system/files.ts";
import { bound } from "./bound.ts";
import { checkTokenizerJson } from "./check-tokenizer-json.ts";
import { gpt2Config, gpt2TokenizerJson } from "./gpt2.ts";
import { locateTokenizer, type TokenizerSource } from "./locate.ts";
import { runPackage } from "./run-package.ts";
import { sentencePieceConfig, sentencePieceTokenizerJson } from "./sentencepiece-package.ts";

/** In bytes; the largest known tokenizer.json, Gemma 3's, has 33 MB. */
const LARGEST = 64 * 2 ** 20;

/** Some steps of a broken pipeline fail only when a text passes through them. */
const PROBE = "A text, 1.";

/** A real tokenizer from outside. */
export interface OpenTokenizer<V extends string> {
  /** Its short name, or that of its folder. */
  readonly name: string;
  readonly file: string;
  readonly json: TokenizerJson;
  readonly vocabulary: RealVocabulary<V>;
  /** Built when first asked for: the library takes up to a second to prepare a large vocabulary. */
  tokenizer(): Tokenizer<V>;
}

/**
 * Opens the real tokenizer that an argument names, checked; anything malformed is refused with its file and JSON path.
 * `stop` is the id of the stop token where something else than the tokenizer's own files says it.
 */
export async function openTokenizer<V extends string>(
  side: V,
  argument: string,
  stop?: number,
): Promise<OpenTokenizer<V>> {
  const source = locateTokenizer(argument);
  const { file, json, config } = read(source);
  let vocabulary: RealVocabulary<V>;
  try {
    vocabulary = realVocabulary(side, json, pieceOf(json, stop) ?? stopToken(file, config));
  } catch (error) {
    if (!(error instanceof UnreadableToken)) throw error;
    throw new BadInput(
      `${file} at $.model.vocab`,
      error.message,
      "the written form of bytes, and one id for each token",
    );
  }
  let known: Tokenizer<V> | undefined;
  const build = (): Tokenizer<V> => {
    try {
      const built = realTokenizer(vocabulary, json, config, hasKnownPipeline(json) ? undefined : bound(file));
      built.encode(PROBE);
      return built;
    } catch (error) {
      if (error instanceof BadInput) throw error;
      throw new BadInput(file, (error as Error).message, "a tokenizer that @huggingface/tokenizers can build");
    }
  };
  const tokenizer = (): Tokenizer<V> => {
    known ??= build();
    return known;
  };
  return { name: source.name, file, json, vocabulary, tokenizer };
}

const pieceOf = ({ model, added_tokens }: TokenizerJson, id: number | undefined): string | undefined =>
  added_tokens.find((token) => token.id === id)?.content ??
  Object.entries(model.vocab).find(([, its]) => its === id)?.[0];

type Config = Readonly<Record<string, unknown>>;

const read = (source: TokenizerSource): { file: string; json: TokenizerJson; config: Config } => {
  switch (source.form) {
    case "tokenizer.json": {
      const config = source.config === undefined ? {} : readConfig(source.config);
      return { file: source.file, json: checkTokenizerJson(readJson(source.file)), config };
    }
    case "gpt2": {
      const json = gpt2TokenizerJson(readJson(source.encoder), readText(source.merges, LARGEST));
      return { file: source.encoder, json, config: gpt2Config };
    }
    case "sentencepiece": {
      const value = sentencePieceTokenizerJson(runPackage(source.module));
      const json = checkTokenizerJson(new Reader(source.module, "$", value));
      return { file: source.module, json, config: sentencePieceConfig };
    }
  }
};

const readJson = (file: string): Reader => new Reader(file, "$", parseJson(file, readText(file, LARGEST)));

const readConfig = (file: string): Config => {
  const at = readJson(file);
  at.entries();
  return at.value as Config;
};

/** `eos_token` is a string, or an added token written out. */
const stopToken = (file: string, config: Config): string | undefined => {
  const eos = config.eos_token;
  if (eos === undefined || eos === null) return undefined;
  const content = typeof eos === "object" ? (eos as { content?: unknown }).content : eos;
  if (typeof content === "string") return content;
  return new Reader(file, "$.eos_token of its tokenizer_config.json", eos).refuse("a token, or null");
};
