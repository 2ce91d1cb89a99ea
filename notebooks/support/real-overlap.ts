import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mobyDick, universalDeclaration } from "../../fixtures/text-worlds/texts.ts";
import { overlap } from "../../src/cli/profile/overlap.ts";
import { textTokens } from "../../src/cli/profile/vocabulary-profile.ts";
import { type OpenTokenizer, openTokenizer } from "../../src/cli/tokenizer-files/open-tokenizer.ts";
import { fromUnicode, type Text } from "../../src/vocab/text.ts";

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

const sources = (): string => {
  const folder = fileURLToPath(new URL("../../src", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
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

/** A pair of the paper's Table 8, and the tokenizers here that stand for it. */
const TABLE_8 = [
  ["Llama-3.1-70B, Qwen2-0.5B", "llama3", "qwen3", 109_566],
  ["Mixtral-8x22B, vicuna-68m", "mistral", "llama2", 24_184],
  ["Mixtral-8x22B, Qwen2-0.5B", "mistral", "qwen3", 10_566],
  ["Phi-3-medium, Qwen2-0.5B", "llama2", "qwen3", 9_588],
] as const;

/** Table 8 beside the same counts here, as strings and as bytes. */
export const paperTableEight = async (): Promise<{ pair: string; paper: number; written: number; bytes: number }[]> =>
  Promise.all(
    TABLE_8.map(async ([pair, target, drafter, paper]) => {
      const [t, d] = [(await open(target)).vocabulary, (await open(drafter)).vocabulary];
      const { written, bytes } = overlap(t, d as never);
      return { pair, paper, written, bytes };
    }),
  );
