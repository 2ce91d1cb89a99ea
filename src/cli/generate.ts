import { printable } from "../core/vocab/printable.ts";
import { continueText, type Generated } from "../pairs/model-files/continue-text.ts";
import { describeRows } from "../pairs/model-files/describe-rows.ts";
import { openPair, readPrompt, requireFit } from "../pairs/model-files/open-pair.ts";
import { named } from "../system/choose-algorithms.ts";
import { INTERRUPTED } from "../system/interruption.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { printableLines } from "../system/printable-lines.ts";
import { UsageError } from "../system/usage.ts";
import { modelChoice } from "./model-options.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { generateTable } from "./tables/generate.ts";

/** `lossless generate`. */
export function generate(args: readonly string[], io: Io): Promise<number> {
  return run(generateTable, args, io, ({ values }) => generateText(values, io));
}

const generateText = async (values: Values<typeof generateTable.options>, io: Io): Promise<number> => {
  const choice = modelChoice(values);
  const { prompt, lookahead, seed, json } = values;
  if (prompt === undefined) throw new UsageError("found no --prompt, expected a text to continue");
  const { sampling } = choice;
  const algorithm = named(values.algorithm ?? (sampling.temperature === 0 ? "slem" : "tli"));
  io.progress("opening the models");
  const pair = await openPair(choice);
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  try {
    io.progress("");
    // What cannot be continued is refused before anything is said.
    requireFit(algorithm, pair.world(readPrompt(pair.target, prompt).text, lookahead, sampling));
    if (!json) io.err(`${describeRows(pair.probe, pair.lossless)}\n`);
    process.once("SIGINT", interrupt);
    const result = await continueText({
      ...{ pair, sampling, algorithm, prompt, lookahead, budget: values["max-new-tokens"], seed },
      signal: abort.signal,
      now: () => io.now(),
      piece: (text, drafted) => {
        // A terminal would obey what a model writes; a file or a program gets the text as it is.
        const shown = io.styled ? printableLines(text) : text;
        if (!json && text !== "") io.out(drafted && io.styled ? `\u001b[4m${shown}\u001b[24m` : shown);
      },
      round: (tokens, rounds) =>
        io.progress(io.styled ? "" : `${tokens} tokens, ${(tokens / rounds).toFixed(2)} a round`),
    });
    io.progress("");
    io.out(json ? `${jsonText(result)}\n` : "\n");
    if (!json) io.err(summary(result));
    return result.finish === "interrupted" ? INTERRUPTED : 0;
  } finally {
    process.off("SIGINT", interrupt);
    await pair.release();
  }
};

const summary = (r: Generated): string => {
  const share = r.tokens.length === 0 ? 0 : r.accepted / r.tokens.length;
  return (
    `${r.tokens.length} tokens (${r.finish}) in ${r.rounds} rounds of ${r.algorithm}: ${r.tokensPerRound.toFixed(2)} a round, ` +
    `${(100 * share).toFixed(0)} % drafted by ${printable(r.drafter)}; ${r.targetPasses} target and ${r.drafterPasses} drafter passes; ` +
    `first after ${r.ttftMilliseconds.toFixed(1)} ms, ${r.tokensPerSecond.toFixed(0)} tokens/s` +
    `${r.lossless ? "" : "; NOT LOSSLESS"}\n`
  );
};
