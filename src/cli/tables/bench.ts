import { MODEL_OPTIONS } from "../model-options.ts";
import { command } from "../table/command.ts";
import { flag, list, value } from "../table/option.ts";
import { decimal, seedOption, text, whole } from "../table/readers.ts";

const { temperature: _one, ...models } = MODEL_OPTIONS;

/** `lossless bench`. */
export const benchTable = command({
  name: "bench",
  usage: ["[options]"],
  summary: "how much faster real models decode with a drafter, and why not more",
  about:
    "How much faster is decoding with a drafter, and how much could it be? Every algorithm on the same prompts, by turns with autoregressive decoding of the same target.",
  words: false,
  options: {
    tasks: value("A,B", "of prose, repetitive, questions, code, japanese (default: all)", text),
    algorithms: list(
      "A,B",
      "(default: sd and sd-block where the vocabularies agree, else slem, tli, tli-block; slrs with lookahead 1)",
      text,
    ),
    lookahead: list("A,B", "tokens drafted a round", whole(1, 11), "2,4"),
    temperatures: list("A,B", "one after another", decimal(0, 100), "0,1"),
    prompts: value("N", "of each task", whole(1, 20), "3"),
    repetitions: value("N", "of each prompt", whole(1, 1000), "3"),
    "max-new-tokens": value("N", "of each generation", whole(2, 100_000), "64"),
    seed: seedOption(),
    ...models,
    drafter: value("A,B", "several drafters, each measured with its own baseline", text, models.drafter.usual ?? ""),
    json: flag(
      "one array of rows: task drafter algorithm temperature lookahead tokensPerSecond speedup acceptance tokensPerRound ttftMilliseconds ceiling lossless, and the spreads and costs behind them",
    ),
    report: value("DIR", "writes DIR/index.html: plots, and what they say about deploying the pair", text),
  },
  notes:
    "speedup is the median over prompts and repetitions of autoregressive milliseconds a token over the algorithm's, without the first round, which reads the prompt. ceiling is τ / (γc + T(k)/T(1)): tokens a round over the measured costs of its drafter passes and its target pass over k new tokens, in single target passes.",
  examples: [["--report report", "a page with what to do"]],
});
