/**
 * The parts of a parsed `tokenizer.json` that are read here; the rest goes to the tokenizer library as it is.
 *
 * Two kinds are understood, both byte-pair encodings that hold every byte. `byte-level`: each character of a token stands
 * for one byte (GPT-2, Llama 3, Qwen). `byte-fallback`: tokens are characters, U+2581 stands for a space, and `<0xNN>`
 * for one byte (Llama 2, Mistral, Gemma).
 */
export interface TokenizerJson {
  readonly model: Readonly<Record<string, unknown>> & {
    readonly vocab: Readonly<Record<string, number>>;
    readonly merges: readonly (string | readonly [string, string])[];
  };
  readonly added_tokens: readonly AddedToken[];
  readonly normalizer: Step | null;
  readonly pre_tokenizer: Step | null;
  readonly decoder: Step | null;
}

/** A token beside the model's own: always written out in text form, `special` when it has a role and no text. */
export interface AddedToken {
  readonly id: number;
  readonly content: string;
  readonly special: boolean;
  readonly [flag: string]: unknown;
}

/** One step of a pipeline: `{ "type": "NFC" }`, or a `Sequence` of steps. */
export type Step = Readonly<Record<string, unknown>> & { readonly type: string };

export type TokenKind = "byte-level" | "byte-fallback";

/** The steps of a pipeline with its sequences flattened, in order. */
export function steps(step: Step | null): Step[] {
  if (step === null) return [];
  if (step.type !== "Sequence") return [step];
  const inner = (step.normalizers ?? step.pretokenizers ?? step.decoders ?? []) as Step[];
  return inner.flatMap(steps);
}

/** How the token strings of a file spell bytes; undefined where this code does not know. */
export function tokenKind(json: TokenizerJson): TokenKind | undefined {
  if ((json.model.type ?? "BPE") !== "BPE" || json.model.end_of_word_suffix || json.model.continuing_subword_prefix) {
    return undefined;
  }
  if ([...steps(json.pre_tokenizer), ...steps(json.decoder)].some(({ type }) => type === "ByteLevel"))
    return "byte-level";
  return json.model.byte_fallback === true ? "byte-fallback" : undefined;
}

/** A merge as a pair, whichever way the file writes it. */
export function mergePair(merge: string | readonly [string, string]): readonly [string, string] {
  if (typeof merge !== "string") return merge;
  const at = merge.indexOf(" ", 1);
  return [merge.slice(0, at), merge.slice(at + 1)];
}
