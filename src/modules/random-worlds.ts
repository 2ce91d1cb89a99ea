import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadInput } from "../core/worlds/bad-input.ts";
import { writeWhole } from "../system/write-whole.ts";
import { judgeModule, type ModuleOutcome, type ModuleProcesses, type ModuleQuestion } from "./module-rows.ts";

/** What random worlds showed: every outcome, and the smallest world that is refuted, where one is. */
export interface RandomWorlds {
  readonly outcomes: readonly ModuleOutcome[];
  readonly smallest?: { readonly outcome: ModuleOutcome; readonly world: object };
}

/**
 * Judges a module in `count` worlds that fast-check makes of a seed, until one refutes it; that one is shrunk. `told` hears
 * of each outcome as it is settled.
 */
export async function judgeRandomly(
  processes: ModuleProcesses,
  question: ModuleQuestion,
  count: number,
  told: (outcome: ModuleOutcome) => void,
): Promise<RandomWorlds> {
  const { fc, anyWorld } = await load();
  const folder = mkdtempSync(join(tmpdir(), "lossless-"));
  const outcomes: ModuleOutcome[] = [];
  let smallest: RandomWorlds["smallest"];
  const isRefuted = (outcome: ModuleOutcome): boolean => "verdict" in outcome && outcome.verdict.verdict === "refuted";
  try {
    const property = fc.asyncProperty(anyWorld(), async (file) => {
      const number = outcomes.length + 1;
      const world = smallest === undefined ? { ...file, name: `random-${number}` } : file;
      const path = join(folder, "world.json");
      writeWhole(path, JSON.stringify(world));
      const outcome = await judgeModule(processes, question, { file: path, lookahead: file.lookahead });
      if (smallest === undefined) {
        outcomes.push(outcome);
        told(outcome);
      }
      if (!isRefuted(outcome)) return true;
      smallest = { outcome, world };
      return false;
    });
    await fc.check(property, { seed: question.seed, numRuns: count });
    return { outcomes, ...(smallest === undefined ? {} : { smallest }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** fast-check, which only this needs. */
const load = async () => {
  try {
    const [{ default: fc }, { anyWorld }] = await Promise.all([import("fast-check"), import("../testing/worlds.ts")]);
    return { fc, anyWorld };
  } catch (error) {
    throw new BadInput("--random", (error as Error).message, "the package fast-check: npm i fast-check");
  }
};
