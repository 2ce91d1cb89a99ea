import { consistentPair } from "../evidence/tiers/statistics/consistent-pair.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { greedyIdentical } from "../pairs/model-files/greedy-identical.ts";
import { judgeAt } from "../pairs/model-files/judge-context.ts";
import { openPair, readPrompt, requireFit } from "../pairs/model-files/open-pair.ts";
import { pairReport } from "../pairs/model-files/pair-report.ts";
import { promptsByTurns, readTasks } from "../pairs/model-files/tasks.ts";
import { chooseAlgorithms } from "../system/choose-algorithms.ts";
import { INTERRUPTED } from "../system/interruption.ts";
import type { Io } from "../system/io.ts";
import { type Row, timed } from "../system/verdict-table.ts";
import { exitStatus } from "./exit.ts";
import { modelChoice } from "./model-options.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { verifyModelsTable } from "./tables/verify-models.ts";

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
    io.out(values.json ? `${JSON.stringify(rows, null, 2)}\n` : pairReport(pair, rows));
    return isOver() ? INTERRUPTED : exitStatus(rows.map(({ verdict }) => verdict));
  } finally {
    interruption?.release();
    await pair.release();
  }
};
