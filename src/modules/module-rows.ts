import { float64 } from "../core/num/float64.ts";
import { showTokens, type Token } from "../core/vocab/vocabulary.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import type { World } from "../core/worlds/world.ts";
import { judgeCounts, type StatisticsQuestion, statisticsQuestion } from "../evidence/tiers/statistics/consistent.ts";
import type { TierName } from "../evidence/tiers/tier-name.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { readWorld } from "../system/files.ts";
import type { Lost, ModuleProcess } from "./module-process.ts";
import type { ModuleReply, ModuleTask, Refusal } from "./task.ts";

/** What became of a module in one world: a verdict, why it was refused, or that it does not run there. */
export type ModuleOutcome = { readonly verdict: Verdict; readonly refusal?: Refusal } | { readonly misfit: string };

/** Somebody's module, how it is judged, and where. */
export interface ModuleQuestion {
  readonly module: string;
  /** The script that was made of it. */
  readonly script: string;
  readonly tier: TierName;
  readonly seed: number;
}

/** A world's file, and how far drafts go there. */
export interface Place {
  readonly file: string;
  readonly lookahead: number;
}

/** The two processes that run a module: one is looked at exactly, the other is only sampled. */
export interface ModuleProcesses {
  readonly exact: Asked;
  readonly sampled: Asked;
}

/** What is needed of a process. */
type Asked = Pick<ModuleProcess, "ask" | "close">;

/** What is sampled after a proof, and what the statistics tier samples. */
const AFTER_PROOF = { samples: 2_000, alpha: 1e-6, power: 0.999, outcomes: 12 };
const BY_STATISTICS = { samples: 50_000, alpha: 1e-8, power: 0.999, outcomes: 32 };

/**
 * Judges a module in one world. After every proof the module is run some thousand times in doubles, in another process, and
 * what it generates is compared with the target's law: what no exact look can reach has its effect there.
 *
 * @throws BadInput where the module cannot be loaded or is no algorithm.
 */
export async function judgeModule(
  { exact, sampled }: ModuleProcesses,
  { module, script, tier, seed }: ModuleQuestion,
  { file, lookahead }: Place,
): Promise<ModuleOutcome> {
  const world = { ...readWorld(float64, file), lookahead };
  const task = (work: ModuleTask["work"]): ModuleTask => ({ module, script, world: file, lookahead, work });
  const reply = await exact.ask(task({ tier, seed }));
  if ("misfit" in reply) return reply;
  const refusal = refusalOf(module, reply);
  if (refusal !== undefined) return refused(world, tier, refusal, "id" in reply ? reply.id : undefined);
  const { verdict } = reply as { verdict: Verdict };
  const byStatistics = tier === "statistics" && verdict.kind === undefined;
  if (verdict.verdict !== "proved" && !byStatistics) return { verdict };

  const rates = byStatistics ? BY_STATISTICS : AFTER_PROOF;
  const question = statisticsQuestion(float64, world, rates.outcomes);
  const plan = { horizon: question.horizon, seed, samples: rates.samples };
  const counted = await sampled.ask(task({ sample: plan }));
  if ("misfit" in counted) return refused(world, tier, changed(module), verdict.algorithm);
  const second = refusalOf(module, counted);
  if (second !== undefined) {
    return refused(world, tier, { ...second, found: `${second.found} (run in doubles)` }, verdict.algorithm);
  }
  const counts = new Map((counted as { counts: readonly (readonly [string, number])[] }).counts);
  const row = judgeCounts(question, { id: verdict.algorithm }, { ...rates, seed }, counts);
  if (byStatistics) return { verdict: row };
  const { alpha, power, detectable, samples } = row;
  const found = { ...verdict, alpha, power, detectable, samples } as Verdict;
  return { verdict: row.verdict === "consistent" ? found : contradicted(world, found, question, counts) };
}

const changed = (module: string): Refusal => ({
  where: module,
  found: "an algorithm that fits in one process and not in another",
  expected: "one answer",
});

/** What keeps a reply from being an answer. */
const refusalOf = (module: string, reply: ModuleReply | Lost): Refusal | undefined => {
  if ("unloadable" in reply)
    throw new BadInput(reply.unloadable.where, reply.unloadable.found, reply.unloadable.expected);
  if ("refusal" in reply) return reply.refusal;
  return "lost" in reply ? { where: module, found: reply.lost, expected: "an algorithm whose rounds end" } : undefined;
};

const refused = (world: World<number>, tier: TierName, refusal: Refusal, id = refusal.where): ModuleOutcome => ({
  refusal,
  verdict: {
    world: world.name,
    algorithm: id,
    verdict: "unknown",
    tier,
    scope: "horizon ≤ 0",
    gap: null,
    acceptance: null,
    expectedTokens: null,
    contexts: null,
    why: `refused: found ${refusal.found}, expected ${refusal.expected}`,
  },
});

/** Looked at exactly it has the target's law, simply run it has not: the sequence where that shows most. */
const contradicted = (
  { target, prompt }: World<number>,
  verdict: Verdict,
  { horizon, law }: StatisticsQuestion,
  counts: ReadonlyMap<string, number>,
): Verdict => {
  const { samples = 1 } = verdict;
  const share = (name: string): number => (counts.get(name) ?? 0) / samples;
  const excess = (name: string): number => share(name) - (law.get(name) ?? 0);
  const most = [...counts.keys()].reduce((best, name) => (excess(name) > excess(best) ? name : best), "");
  const { vocabulary } = target.tokenizer;
  const tokens = most.split(",").map((id) => Number(id) as Token<"target">);
  return {
    ...verdict,
    verdict: "refuted",
    scope: `horizon ≤ ${horizon}`,
    why: `enumerated exactly it has the target's law, run ${samples} times in doubles it has not: it depends on something hidden`,
    witness: {
      law: "sampled",
      prompt: showTokens(vocabulary, target.tokenizer.encode(prompt)),
      horizon,
      tokens: showTokens(vocabulary, tokens),
      target: (law.get(most) ?? 0).toPrecision(4),
      output: share(most).toPrecision(4),
      path: [],
    },
  };
};
