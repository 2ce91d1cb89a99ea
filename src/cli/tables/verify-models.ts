import { MODEL_OPTIONS } from "../model-options.ts";
import { command } from "../table/command.ts";
import { flag, type Reader, value } from "../table/option.ts";
import { LOOKAHEAD, seedOption, text, whole } from "../table/readers.ts";

const TIER: Reader<"enumeration" | "statistics"> = {
  called: "the tier",
  expected: "enumeration or statistics for real models",
  read: (given) => (given === "enumeration" || given === "statistics" ? given : undefined),
};

/** `lossless verify`, with real models. */
export const verifyModelsTable = command({
  name: "verify",
  usage: ["--target DIR --drafter DIR [options]"],
  summary: "the same with real models, on contexts of real text",
  about: "Is decoding with real models lossless? On contexts from the prompts that ship with the package.",
  words: false,
  options: {
    tier: value(
      "TIER",
      `enumeration: the laws that are sampled, as exact fractions: every outcome of one round from each context, its law completed with target samples against the target's, gap exactly 0
statistics: samples generations of --horizon tokens and compares their frequencies with the law of autoregressive decoding; at temperature 0, whether the tokens are the same`,
      TIER,
      "enumeration",
    ),
    contexts: value("N", "contexts, or prompts, to look at", whole(1, 10_000), "1"),
    algorithm: value("ID", "one algorithm, or all that claim to be lossless and fit", text, "all"),
    lookahead: value("N", "draft N tokens a round", LOOKAHEAD, "1"),
    samples: value("N", "generations of one row of statistics", whole(1, 100_000_000), "10000"),
    horizon: value("N", "their length in tokens (default 3; at temperature 0, 40)", whole(1, 400)),
    seed: seedOption("for statistics"),
    ...MODEL_OPTIONS,
    json: flag("one array of rows on standard output"),
  },
  notes:
    "Full vocabularies are for lookahead 1: the paths of one round grow with a power of the vocabulary. Beyond, use --top-k.",
  examples: [
    ["--contexts 20 --algorithm tli", "20 contexts, full vocabulary"],
    ["--contexts 3 --top-k 16 --lookahead 2", "all algorithms"],
    ["--tier statistics --temperature 0 --contexts 200", "are the tokens those of plain greedy decoding?"],
  ],
});
