import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mobyDick, universalDeclaration } from "../../fixtures/text-worlds/texts.ts";
import { fromUnicode, type Text } from "../../src/core/vocab/text.ts";
import { overlap } from "../../src/pairs/profile/overlap.ts";
import { textTokens } from "../../src/pairs/profile/vocabulary-profile.ts";
import { type OpenTokenizer, openTokenizer } from "../../src/pairs/tokenizer-files/open-tokenizer.ts";

/** The tokenizers that are compared. */
export const TOKENIZERS = ["llama2", "mistral", "gpt2", "llama3", "qwen3"] as const;

/** How much of the target's tokens the drafter has too. */
export interface SharedBy {
  readonly target: string;
  readonly drafter: string;
  readonly share: number;
}

const opened = new Map<string, Promise<OpenTokenizer<"target">>>();
const open = (name: string): Promise<OpenTokenizer<"target">> => {
  const known = opened.get(name) ?? openTokenizer("target", name);
  opened.set(name, known);
  return known;
};

const pairs = TOKENIZERS.flatMap((target) => TOKENIZERS.map((drafter) => ({ target, drafter })));

/** Of the target's distinct byte strings. */
export const overlapsByCount = (): Promise<SharedBy[]> =>
  Promise.all(
    pairs.map(async ({ target, drafter }) => {
      const [t, d] = [(await open(target)).vocabulary, (await open(drafter)).vocabulary];
      const distinct = textTokens(t).filter((token) => t.find(t.text(token)) === token);
      const both = distinct.filter((token) => d.find(t.text(token)) !== undefined).length;
      return { target, drafter, share: both / distinct.length };
    }),
  );

/** Code that stays as it is, whatever becomes of ours: that of a pinned package. */
const sources = (): string => {
  const folder = fileURLToPath(new URL("../../node_modules/jsonc-parser/lib/esm/impl", import.meta.url));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .sort();
  return files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n");
};

/** Characters of each text that are tokenised: the middle of a book rather than its title page. */
const LENGTH = 20_000;

const texts: Readonly<Record<string, () => string>> = {
  English: () => mobyDick().slice(100_000, 100_000 + LENGTH),
  code: () => sources().slice(0, LENGTH),
  Japanese: () => universalDeclaration("jpn").slice(0, LENGTH),
};

/** Of the tokens in a text, each as often as it occurs. */
export const overlapByUse = async (): Promise<(SharedBy & { readonly text: string })[]> => {
  const rows: (SharedBy & { readonly text: string })[] = [];
  for (const [text, read] of Object.entries(texts)) {
    const characters: Text = fromUnicode(read());
    for (const target of TOKENIZERS) {
      const { vocabulary, tokenizer } = await open(target);
      const used = tokenizer().encode(characters);
      for (const drafter of TOKENIZERS) {
        const { vocabulary: other } = await open(drafter);
        const both = used.filter((token) => other.find(vocabulary.text(token)) !== undefined).length;
        rows.push({ text, target, drafter, share: both / used.length });
      }
    }
  }
  return rows;
};

/** A pair of the paper's Tables 8 and 9, the tokenizers that stand for it here, |T ∩ D| and its share of |T|. */
const TABLES_8_AND_9 = [
  ["Llama-3.1-70B, Qwen2-0.5B", "llama3", "qwen3", 109_566, 0.85],
  ["Mixtral-8x22B, vicuna-68m", "mistral", "llama2", 24_184, 0.74],
  ["Mixtral-8x22B, Qwen2-0.5B", "mistral", "qwen3", 10_566, 0.32],
  ["Phi-3-medium, Qwen2-0.5B", "llama2", "qwen3", 9_588, 0.3],
] as const;

/** A row of Tables 8 and 9 beside what is counted here. */
export interface CountedPair {
  readonly pair: string;
  readonly paper: number;
  readonly paperShare: number;
  /** Equal strings as the files write them, what the paper counted; and their share of the target's strings. */
  readonly written: number;
  readonly writtenShare: number;
  /** The same with the drafter's leading space written as the target's. */
  readonly spaceMapped: number;
  /** Equal bytes, and their share of the target's distinct byte strings. */
  readonly bytes: number;
  readonly bytesShare: number;
}

/** Tables 8 and 9 beside the same counts here, as strings and as bytes. */
export const paperCounts = (): Promise<CountedPair[]> =>
  Promise.all(
    TABLES_8_AND_9.map(async ([pair, target, drafter, paper, paperShare]) => {
      const [t, d] = [(await open(target)).vocabulary, (await open(drafter)).vocabulary];
      const { written, spaceMapped, bytes, ofTarget } = overlap(t, d as never);
      const strings = t.pieces.filter((piece) => piece !== undefined).length;
      const shares = { paperShare, writtenShare: written / strings, bytesShare: ofTarget };
      return { pair, paper, written, spaceMapped, bytes, ...shares };
    }),
  );

/** Cells of the paper's Table 10: the lowest and the highest over its prompts of code and of prose. */
export const TABLE_10 = [
  { pair: "Llama 3.1, Qwen2.5", target: "llama3", drafter: "qwen3", code: [1, 1], prose: [1, 1] },
  { pair: "Mixtral, vicuna", target: "mistral", drafter: "llama2", code: [0.99, 0.99], prose: [0.99, 0.99] },
  { pair: "Mixtral, Qwen2.5", target: "mistral", drafter: "qwen3", code: [0.78, 0.78], prose: [0.89, 0.89] },
  { pair: "Llama 3.1, vicuna", target: "llama3", drafter: "llama2", code: [0.84, 0.84], prose: [0.97, 0.99] },
] as const;
