import { MODEL_OPTIONS } from "../model-options.ts";
import { command } from "../table/command.ts";
import { flag, value } from "../table/option.ts";
import { LOOKAHEAD, seedOption, text, whole } from "../table/readers.ts";

/** `lossless generate`. */
export const generateTable = command({
  name: "generate",
  usage: ["--prompt TEXT [options]"],
  summary: "continue a text with real models, in fewer passes of the target",
  about:
    "Continues a text with real models: the target's law, in fewer of its passes. The text goes to standard output as it comes; on a terminal, tokens that were drafted and accepted are underlined, and control characters written out.",
  words: false,
  options: {
    prompt: value("TEXT", "what to continue", text),
    algorithm: value("ID", "autoregressive, sd, slem, tli, slrs … (default: slem at temperature 0, else tli)", text),
    lookahead: value("N", "draft N tokens a round, 1 to 64", LOOKAHEAD, "4"),
    "max-new-tokens": value(
      "N",
      "at most N tokens; the end of the target's context ends the text, too",
      whole(1, 1_000_000),
      "128",
    ),
    seed: seedOption("the same seed gives the same text"),
    ...MODEL_OPTIONS,
    json: flag(
      "one object: text tokens finish rounds accepted tokensPerRound targetPasses drafterPasses ttftMilliseconds seconds tokensPerSecond lossless rows",
    ),
  },
  notes: "Exit status: 0, or 2 for bad input or usage; 130 when interrupted.",
  examples: [
    ['--prompt "The whale" --temperature 0', "greedy"],
    ['--prompt "Fellow citizens" --algorithm tli --lookahead 3 --seed 7', "sampled"],
    ['--target DIR --drafter copy --prompt "…" --json', "a model of your own"],
  ],
});
