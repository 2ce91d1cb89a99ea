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
import { MODEL_HELP, MODEL_OPTIONS, type ModelChoice, modelChoice, whole } from "../pairs/model-files/model-options.ts";
import { type OpenPair, openPair, readPrompt, requireFit } from "../pairs/model-files/open-pair.ts";
import { promptsByTurns, readTasks } from "../pairs/model-files/tasks.ts";
import type { Io } from "../system/io.ts";
import { readable, table } from "../system/table.ts";
import { UsageError } from "../system/usage.ts";
import { chooseAlgorithms } from "./choose-algorithms.ts";
import { exitStatus } from "./exit.ts";
import { parseOptions } from "./parse-options.ts";
import { timed } from "./timed.ts";
import type { Row } from "./verify-report.ts";

/** What `lossless verify --target DIR --help` says. */
export const verifyModelsHelp = `lossless verify --target DIR --drafter DIR [options]

Is decoding with real models lossless? On contexts from the prompts that ship with the package.

  --tier enumeration the laws that are sampled, as exact fractions: every outcome of one round from each context, its law
                     completed with target samples against the target's, gap exactly 0 (default)
  --tier statistics  samples generations of --horizon tokens and compares their frequencies with the law of
                     autoregressive decoding; at temperature 0, whether the tokens are the same
  --contexts N       contexts, or prompts, to look at (default 1)
  --algorithm ID     one algorithm, or all that claim to be lossless and fit (default all)
  --lookahead N      draft N tokens a round (default 1)
  --samples N        generations of one row of statistics (default 10000)
  --horizon N        their length in tokens (default 3); at temperature 0, 40
  --seed N           for statistics (default 1)
${MODEL_HELP}  --json             one array of rows on standard output

Full vocabularies are for lookahead 1: the paths of one round grow with a power of the vocabulary. Beyond, use --top-k.

Examples
  lossless verify --contexts 20 --algorithm tli               20 contexts, full vocabulary
  lossless verify --contexts 3 --top-k 16 --lookahead 2       all algorithms
  lossless verify --tier statistics --temperature 0 --contexts 200
`;

/** A round of a full vocabulary of thousands has some millions of paths. */
const MOST_PATHS = 200_000_000;
const RATES = { alpha: 1e-6, power: 0.999 };

/** `lossless verify` on real models. */
export const verifyModels = async (args: string[], io: Io): Promise<number> => {
  const values = parse(args);
  if (values.help) {
    io.out(verifyModelsHelp);
    return 0;
  }
  const tier = values.tier;
  if (tier !== "enumeration" && tier !== "statistics") {
    throw new UsageError(`found the tier "${tier}", expected enumeration or statistics for real models`);
  }
  const choice = modelChoice(values);
  const lookahead = whole("--lookahead", values.lookahead, 1, 64) ?? 1;
  const count = whole("--contexts", values.contexts, 1, 10_000) ?? 1;
  const greedy = choice.sampling.temperature === 0;
  const plan = {
    ...RATES,
    seed: whole("--seed", values.seed, 0, 999_999_999) ?? 1,
    samples: whole("--samples", values.samples, 1, 100_000_000) ?? 10_000,
  };
  const horizon = whole("--horizon", values.horizon, 1, 400) ?? (greedy ? 40 : 3);
  io.progress("opening the models");
  const pair = await openPair(choice);
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
    if (tier === "statistics" && greedy) {
      for (const algorithm of algorithms) {
        io.progress(`comparing ${algorithm.id}`);
        const run = () => greedyIdentical(pair, algorithm, prompts, lookahead, horizon, choice.sampling);
        rows.push(await timed(run, io));
      }
    } else {
      for (const [at, { name, prompt }] of prompts.entries()) {
        const judge = judgeAt(pair, choice, prompt, name, lookahead);
        for (const algorithm of algorithms) {
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
    return exitStatus(rows.map(({ verdict }) => verdict));
  } finally {
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
  return `${table(header, cells)}\n${whys.map((why) => `${why}\n`).join("")}\n${scope}${describeRows(probe, lossless)}\n${rows.length} rows: ${tallies.join(", ")}${rates}\n`;
};

const parse = (args: string[]) =>
  parseOptions({
    args,
    options: {
      ...MODEL_OPTIONS,
      tier: { type: "string", default: "enumeration" },
      algorithm: { type: "string", default: "all" },
      contexts: { type: "string" },
      lookahead: { type: "string" },
      samples: { type: "string" },
      horizon: { type: "string" },
      seed: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  }).values;
