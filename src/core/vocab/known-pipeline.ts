import { SPACE_SIGN } from "./token-bytes.ts";
import type { Step, TokenizerJson } from "./tokenizer-json.ts";

const GPT2 = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
const cl100k = (digits: string): string =>
  `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${digits}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`;

/** Patterns that scan from the left, look behind nowhere, and end every run of letters or digits before a space. */
export const KNOWN_PATTERNS: ReadonlySet<string> = new Set([GPT2, cl100k("\\p{N}{1,3}"), cl100k("\\p{N}")]);

/** Is this the step that writes a space as U+2581? */
export function isSpaceSign({ type, pattern, content }: Step): boolean {
  return type === "Replace" && (pattern as { String?: string } | undefined)?.String === " " && content === SPACE_SIGN;
}

/** Longest text that a step may put before another. */
const LONGEST_PREFIX = 16;

/**
 * Does a tokenizer's pipeline consist of steps alone whose time is known to grow with the text? All others can hold
 * patterns that never end, and texts that grow with each step.
 */
export function hasKnownPipeline({ normalizer, pre_tokenizer }: TokenizerJson): boolean {
  return every(normalizer, "normalizers", isKnownNormalizer) && every(pre_tokenizer, "pretokenizers", isKnownSplit);
}

const isKnownNormalizer = (step: Step): boolean =>
  step.type === "NFC" ||
  isSpaceSign(step) ||
  (step.type === "Prepend" && typeof step.prepend === "string" && step.prepend.length <= LONGEST_PREFIX);

const isKnownSplit = ({ type, pattern }: Step): boolean => {
  if (type === "ByteLevel") return true;
  const { Regex, ...rest } = (pattern ?? {}) as { Regex?: unknown };
  return type === "Split" && KNOWN_PATTERNS.has(Regex as string) && Object.keys(rest).length === 0;
};

/** All steps of a pipeline; a sequence under another name than the library reads is not known. */
const every = (step: Step | null, key: string, isKnown: (step: Step) => boolean): boolean => {
  if (step === null) return true;
  if (step.type !== "Sequence") return isKnown(step);
  const inner = step[key];
  return (
    Object.keys(step).every((name) => name === "type" || name === key) &&
    Array.isArray(inner) &&
    inner.every((one: Step) => every(one, key, isKnown))
  );
};
