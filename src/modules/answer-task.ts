import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { MissingRow } from "../core/models/missing-row.ts";
import { float64 } from "../core/num/float64.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import type { World } from "../core/worlds/world.ts";
import { defaultLimits, type Limits } from "../evidence/tiers/enumeration/contexts.ts";
import { sampledPlainly } from "../evidence/tiers/statistics/sampled-plainly.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { examined } from "../evidence/untrusted/examined.ts";
import { readOnlyWorld } from "../evidence/untrusted/read-only-world.ts";
import { Watch } from "../evidence/untrusted/watch.ts";
import { readWorld } from "../system/files.ts";
import type { ModuleReply, ModuleTask, Refusal } from "./task.ts";

/** How far one world is followed: a module of one's own is tried on many. */
const LIMITS: Limits = { ...defaultLimits, paths: 5_000_000 };

/** Gives the algorithm of a module. */
export type Load = (module: string, script: string) => Promise<Algorithm>;

/** Does one task with a module's algorithm. Whatever the module does wrong is an answer. */
export async function answerTask(task: ModuleTask, load: Load): Promise<ModuleReply> {
  let algorithm: Algorithm;
  try {
    algorithm = await load(task.module, task.script);
  } catch (error) {
    return { unloadable: refusalOf(task, error) };
  }
  try {
    if ("sample" in task.work) {
      const inDoubles = { ...readWorld(float64, task.world), lookahead: task.lookahead };
      if (!fits(algorithm, inDoubles)) return { misfit: algorithm.id };
      return { counts: [...sampledPlainly(float64, inDoubles, algorithm, task.work.sample)], id: algorithm.id };
    }
    const world = { ...readWorld(rational, task.world), lookahead: task.lookahead };
    if (!fits(algorithm, world)) return { misfit: algorithm.id };
    return { verdict: await judge(task, task.work, world, algorithm) };
  } catch (error) {
    return { refusal: refusalOf(task, error), id: algorithm.id };
  }
}

const fits = <W>(algorithm: Algorithm, world: World<W>): boolean =>
  algorithm.fits === undefined || algorithm.fits(readOnlyWorld(world, new Watch())) === true;

/** The world that the module sees is read a second time, so that it shares nothing with the one it is judged by. */
const judge = async (
  { world: file, lookahead }: ModuleTask,
  { tier, seed }: { readonly tier: string; readonly seed: number },
  world: World<Rational>,
  algorithm: Algorithm,
): Promise<Verdict> => {
  const theirs = { ...readWorld(rational, file), lookahead };
  if (tier !== "symbolic") return examined(rational, world, algorithm, LIMITS, theirs);
  // Loaded for those who ask for it: the exact look does not need the solver.
  const { symbolicExamined } = await import("../evidence/untrusted/symbolic-examined.ts");
  return symbolicExamined(world, algorithm, { seed }, LIMITS, theirs);
};

const refusalOf = ({ module, world }: ModuleTask, error: unknown): Refusal => {
  if (error instanceof BadInput) return { where: error.where, found: error.found, expected: error.expected };
  if (error instanceof MissingRow) {
    const where = `${world} at $.${error.side}.model.rows`;
    return { where, found: `no row for the context "${error.context}"`, expected: 'one, or "otherwise"' };
  }
  const message = error instanceof Error ? error.message : String(error);
  const [first = ""] = message.split("\n");
  return { where: module, found: first, expected: "an algorithm that keeps the rules of a round" };
};
