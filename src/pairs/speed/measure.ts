import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { at as itemAt } from "../../core/num/at.ts";
import type { Io } from "../../system/io.ts";
import { type OpenPair, readPrompt } from "../model-files/open-pair.ts";
import { bareLoop } from "./bare-loop.ts";
import { passCosts } from "./pass-costs.ts";
import { type BenchRow, benchRow } from "./row.ts";
import { type Run, runOnce, type Setting } from "./run-once.ts";
import { median } from "./spread.ts";

/** How much is measured. */
export interface BenchPlan {
  readonly repetitions: number;
  readonly prompts: number;
  readonly budget: number;
  readonly seed: number;
}

/** What one task shows of a pair. */
export interface TaskResult {
  readonly rows: readonly BenchRow[];
  /** Milliseconds of passes over 1, 2, … new tokens. */
  readonly passMilliseconds: readonly number[];
  readonly drafterPassMilliseconds: number;
  /** Milliseconds a token of a loop of bare forward passes, greedy; null for models without a cache. */
  readonly bareMilliseconds: number | null;
}

/** Runs every setting on every prompt, by turns, `repetitions` times; autoregressive decoding goes with each turn. */
export async function measureTask(
  pair: OpenPair,
  task: string,
  prompts: readonly string[],
  plain: Algorithm,
  settings: readonly Setting[],
  plan: BenchPlan,
  io: Pick<Io, "now" | "progress">,
): Promise<TaskResult> {
  const { target, drafter } = pair;
  const now = (): number => io.now();
  const temperatures = [...new Set(settings.map(({ sampling }) => sampling.temperature))];
  const baselines: Setting[] = temperatures.map((temperature) => ({
    algorithm: plain,
    lookahead: 1,
    sampling: (settings.find(({ sampling }) => sampling.temperature === temperature) as Setting).sampling,
  }));
  const runs = new Map<Setting, { run: Run; plain: Run }[]>(
    [...baselines, ...settings].map((setting) => [setting, []]),
  );
  const bare: number[] = [];
  // Like the runs, passes are timed at the lengths that the texts reach.
  const texts = prompts.slice(0, plan.prompts).map((prompt) => readPrompt(target, prompt));
  const context = target.tokenizer.encode((texts[0] as { text: string }).text);
  const costs = await passCosts(target.source, context, now);
  const drafterContext = drafter.opened?.tokenizer.encodeDropping((texts[0] as { text: string }).text) ?? [];
  const drafterPass =
    drafter.opened === undefined ? 0 : itemAt(await passCosts(drafter.opened.source, drafterContext, now, 1), 1);
  for (let repetition = 0; repetition < plan.repetitions; repetition++) {
    for (const [at, { text, room }] of texts.entries()) {
      io.progress(
        `${task}: ${drafter.name}, repetition ${repetition + 1} of ${plan.repetitions}, prompt ${at + 1} of ${texts.length}`,
      );
      const budget = Math.min(plan.budget, room);
      const once = (setting: Setting): Promise<Run> =>
        runOnce(pair, setting, text, budget, plan.seed + 1000 * repetition + at, now);
      if (target.source.signature.cache.length > 0) {
        bare.push(await bareLoop(target.source, target.tokenizer.encode(text), budget - 1, now));
      }
      for (const baseline of baselines) {
        const run = await once(baseline);
        runs.get(baseline)?.push({ run, plain: run });
        for (const setting of settings) {
          if (setting.sampling.temperature !== baseline.sampling.temperature) continue;
          runs.get(setting)?.push({ run: await once(setting), plain: run });
        }
      }
    }
  }
  const rows = [...runs].map(([setting, measured]) =>
    benchRow({
      task,
      drafter: drafter.name,
      setting,
      runs: measured,
      target: costs,
      drafterPass,
      lossless: pair.lossless,
    }),
  );
  return {
    rows,
    passMilliseconds: costs,
    drafterPassMilliseconds: drafterPass,
    bareMilliseconds: bare.length === 0 ? null : median(bare),
  };
}
