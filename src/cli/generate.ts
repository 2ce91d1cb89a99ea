import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { algorithms } from "../core/algorithms/registry.ts";
import { generateSuspended } from "../core/handlers/generate-suspended.ts";
import { stream } from "../core/handlers/random.ts";
import { float64 } from "../core/num/float64.ts";
import { printable } from "../core/vocab/printable.ts";
import { toBytes } from "../core/vocab/text.ts";
import { spell, type Token } from "../core/vocab/vocabulary.ts";
import { describeRows } from "../pairs/model-files/describe-rows.ts";
import { type OpenPair, openPair, readPrompt, requireFit } from "../pairs/model-files/open-pair.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { printableLines } from "../system/printable-lines.ts";
import { UsageError } from "../system/usage.ts";
import { modelChoice } from "./model-options.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { generateTable } from "./tables/generate.ts";

/** What `generate --json` prints. */
export interface Generated {
  readonly target: string;
  readonly drafter: string;
  readonly algorithm: string;
  readonly lookahead: number;
  readonly temperature: number;
  readonly seed: number;
  readonly text: string;
  readonly tokens: readonly number[];
  readonly finish: "stop" | "length" | "context" | "interrupted";
  readonly rounds: number;
  readonly accepted: number;
  readonly tokensPerRound: number;
  readonly targetPasses: number;
  readonly drafterPasses: number;
  readonly ttftMilliseconds: number;
  readonly seconds: number;
  readonly tokensPerSecond: number;
  /** False where the target's law depends on the draft. */
  readonly lossless: boolean;
  readonly rows: OpenPair["probe"];
}

const INTERRUPTED = 130;

/** `lossless generate`. */
export function generate(args: readonly string[], io: Io): Promise<number> {
  return run(generateTable, args, io, ({ values }) => generateText(values, io));
}

const generateText = async (values: Values<typeof generateTable.options>, io: Io): Promise<number> => {
  const choice = modelChoice(values);
  if (values.prompt === undefined) throw new UsageError("found no --prompt, expected a text to continue");
  const { lookahead, "max-new-tokens": budget, seed } = values;
  const algorithm = named(values.algorithm ?? (choice.sampling.temperature === 0 ? "slem" : "tli"));
  io.progress("opening the models");
  const pair = await openPair(choice);
  try {
    io.progress("");
    const { target, drafter } = pair;
    const { text: prompt, room } = readPrompt(target, values.prompt);
    const world = pair.world(prompt, lookahead, choice.sampling);
    requireFit(algorithm, world);
    if (!values.json) io.err(`${describeRows(pair.probe, pair.lossless)}\n`);

    const abort = new AbortController();
    const interrupt = (): void => abort.abort();
    process.once("SIGINT", interrupt);
    const tokens: Token<"target">[] = [];
    let [rounds, accepted, first] = [0, 0, 0];
    let interrupted = false;
    const decoder = new TextDecoder();
    let text = "";
    const show = (added: readonly Token<"target">[], underlined: boolean, last = false): void => {
      const piece = decoder.decode(toBytes(spell(target.vocabulary, added)), { stream: !last });
      text += piece;
      // A terminal would obey what a model writes; a file or a program gets the text as it is.
      const shown = io.styled ? printableLines(piece) : piece;
      if (!values.json && piece !== "") io.out(underlined && io.styled ? `\u001b[4m${shown}\u001b[24m` : shown);
    };
    const before = { target: target.source.passes, drafter: drafter.opened?.source.passes ?? 0 };
    const start = io.now();
    try {
      const end = { budget: Math.min(budget, room), stops: target.stops, signal: abort.signal };
      for await (const added of generateSuspended(world, float64, algorithm, stream(seed, "generate"), end)) {
        if (rounds === 0) first = io.now() - start;
        rounds += 1;
        accepted += added.accepted;
        tokens.push(...added.tokens);
        show(added.tokens.slice(0, added.accepted), true);
        show(added.tokens.slice(added.accepted), false);
        io.progress(io.styled ? "" : `${tokens.length} tokens, ${(tokens.length / rounds).toFixed(2)} a round`);
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
      interrupted = true;
    } finally {
      process.off("SIGINT", interrupt);
    }
    const seconds = (io.now() - start) / 1000;
    show([], false, true);
    io.progress("");
    const last = tokens.at(-1);
    const stopped = last !== undefined && (last === target.vocabulary.eos || target.stops.has(last));
    const result: Generated = {
      target: target.name,
      drafter: drafter.name,
      algorithm: algorithm.id,
      lookahead,
      temperature: choice.sampling.temperature,
      seed,
      text,
      tokens,
      finish: interrupted ? "interrupted" : stopped ? "stop" : tokens.length === budget ? "length" : "context",
      rounds,
      accepted,
      tokensPerRound: tokens.length / Math.max(1, rounds),
      targetPasses: target.source.passes - before.target,
      drafterPasses: (drafter.opened?.source.passes ?? 0) - before.drafter,
      ttftMilliseconds: first,
      seconds,
      tokensPerSecond: tokens.length / seconds,
      lossless: pair.lossless && algorithm.lossless !== false,
      rows: pair.probe,
    };
    io.out(values.json ? `${jsonText(result)}\n` : "\n");
    if (!values.json) io.err(summary(result));
    return interrupted ? INTERRUPTED : 0;
  } finally {
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

/** The algorithm of this id. */
export const named = (id: string): Algorithm => {
  const algorithm = algorithms.find((one) => one.id === id);
  if (algorithm !== undefined) return algorithm;
  throw new UsageError(`found the algorithm "${id}", expected one of ${algorithms.map((one) => one.id).join(", ")}`);
};
