import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { suspendedWorld } from "../core/handlers/generate-suspended.ts";
import { inFractions } from "../core/models/whole-law.ts";
import { printable } from "../core/vocab/printable.ts";
import { cancelling } from "../evidence/tiers/models/cancelling.ts";
import { roundLossless } from "../evidence/tiers/models/round-lossless.ts";
import { consistentPair } from "../evidence/tiers/statistics/consistent-pair.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { describeRows } from "../pairs/model-files/describe-rows.ts";
import { greedyIdentical } from "../pairs/model-files/greedy-identical.ts";
import type { ModelChoice } from "../pairs/model-files/model-choice.ts";
import { type OpenPair, openPair, readPrompt, requireFit } from "../pairs/model-files/open-pair.ts";
import { promptsByTurns, readTasks } from "../pairs/model-files/tasks.ts";
import { INTERRUPTED } from "../system/interruption.ts";
import type { Io } from "../system/io.ts";
import { readable, table } from "../system/table.ts";
import { chooseAlgorithms } from "./choose-algorithms.ts";
import { exitStatus } from "./exit.ts";
import { modelChoice } from "./model-options.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { verifyModelsTable } from "./tables/verify-models.ts";
import type { Row } from "./verify-report.ts";
import { timed } from "./verify-worlds.ts";

/** A round of a full vocabulary of thousands has some millions of paths. */
const MOST_PATHS = 200_000_000;
const RATES = { alpha: 1e-6, power: 0.999 };

/** `lossless verify` on real models. */
export function verifyModels(args: readonly string[], io: Io): Promise<number> {
  return run(verifyModelsTable, args, io, ({ values }) => verifyPair(values, io));
}

const verifyPair = async (values: Values<typeof verifyModelsTable.options>, io: Io): Promise<number> => {
  const choice = modelChoice(values);
  const { tier, lookahead, contexts: count } = values;
  const greedy = choice.sampling.temperature === 0;
  const plan = { ...RATES, seed: values.seed, samples: values.samples };
  const horizon = values.horizon ?? (greedy ? 40 : 3);
  io.progress("opening the models");
  const pair = await openPair(choice);
  const interruption = io.interruption?.();
  try {
    const prompts = promptsByTurns(readTasks(), count);
    const first = pair.world(
      readPrompt(pair.target, (prompts[0] as { prompt: string }).prompt).text,
      lookahead,
      choice.sampling,
    );
    const algorithms = chooseAlgorithms(values.algorithm, first.world);
    for (const algorithm of algorithms) requireFit(algorithm, first);
    const rows: Row[] = [];
    const isOver = (): boolean => interruption?.signal.aborted ?? false;
    if (tier === "statistics" && greedy) {
      for (const algorithm of algorithms) {
        if (isOver()) break;
        io.progress(`comparing ${algorithm.id}`);
        const run = () => greedyIdentical(pair, algorithm, prompts, lookahead, horizon, choice.sampling);
        rows.push(await timed(run, io));
      }
    } else {
      for (const [at, { name, prompt }] of prompts.entries()) {
        const judge = judgeAt(pair, choice, prompt, name, lookahead);
        for (const algorithm of algorithms) {
          if (isOver()) break;
          const doing = `${name}: ${algorithm.id} (context ${at + 1} of ${prompts.length})`;
          io.progress(doing);
          const run = (): Promise<Verdict> =>
            tier === "enumeration"
              ? judge.exactly(algorithm)
              : consistentPair(judge.sampled(), algorithm, horizon, plan, (done) =>
                  io.progress(`${doing}: ${done} samples`),
                );
          rows.push(await timed(run, io));
        }
      }
    }
    io.progress("");
    io.out(values.json ? `${JSON.stringify(rows, null, 2)}\n` : report(pair, rows));
    return isOver() ? INTERRUPTED : exitStatus(rows.map(({ verdict }) => verdict));
  } finally {
    interruption?.release();
    await pair.release();
  }
};

const judgeAt = (pair: OpenPair, { sampling }: ModelChoice, prompt: string, name: string, lookahead: number) => {
  const { text } = readPrompt(pair.target, prompt);
  const named = `${pair.target.name}/${pair.drafter.name}: ${name}`;
  // Laws stay remembered from one algorithm to the next: they are the same.
  const { world: exact } = suspendedWorld({
    name: named,
    field: cancelling,
    target: pair.target.laws(cancelling, sampling, false, inFractions),
    drafter: pair.drafter.laws(cancelling, sampling, inFractions),
    prompt: text,
    lookahead,
    candidates: 2,
  });
  return {
    exactly: (algorithm: Algorithm) => roundLossless(cancelling, exact, algorithm, MOST_PATHS),
    sampled: () => {
      const { world, forget } = pair.world(text, lookahead, sampling);
      return { world: { ...world, name: named }, forget };
    },
  };
};

const report = ({ probe, lossless }: OpenPair, rows: readonly Row[]): string => {
  const cells = rows.map((row) => [
    row.world,
    row.algorithm,
    row.verdict,
    readable(row.gap),
    readable(row.acceptance),
    readable(row.expectedTokens),
    ...(row.detectable === undefined ? [] : [row.detectable.toFixed(4)]),
    ...(row.samples === undefined ? [] : [String(row.samples)]),
    row.seconds.toFixed(1),
  ]);
  const [one] = rows;
  const extra = [
    ...(one?.detectable === undefined ? [] : ["detectable TV"]),
    ...(one?.samples === undefined ? [] : ["samples"]),
  ];
  const header = ["context", "algorithm", "verdict", "gap", "acceptance", "tokens/round", ...extra, "s"];
  const whys = rows.flatMap(({ algorithm, why }) => (why === undefined ? [] : [printable(`${algorithm}: ${why}`)]));
  const rates = one?.alpha === undefined ? "" : `; each row: false alarm ${one.alpha}, power ${one.power}`;
  const tallies = ["proved", "consistent", "refuted", "unknown"].flatMap((verdict) => {
    const number = rows.filter((row) => row.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdict}`];
  });
  const scope = one === undefined ? "" : `${one.scope}\n`;
  return `${table(header, cells)}\n${whys.map((why) => `${why}\n`).join("")}\n${scope}${describeRows(probe, lossless)}\n${rows.length} ${rows.length === 1 ? "row" : "rows"}: ${tallies.join(", ")}${rates}\n`;
};
