import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import { at as itemAt } from "../../core/num/at.ts";
import { float64 } from "../../core/num/float64.ts";
import { rational } from "../../core/num/rational.ts";
import type { World } from "../../core/worlds/world.ts";
import { klSamplesFor } from "../../evidence/stats/kl-samples-for.ts";
import { klTest } from "../../evidence/stats/kl-test.ts";
import { type Bed, type Column, type Finding, fitting } from "./column.ts";
import { distance, type Experiment, experimentsOf, type LawOfText, MOST_TEXTS } from "./experiment.ts";

/** Chance of a false alarm in one test, and chance to see the bias that a test was planned for. */
export const rates = { alpha: 1e-6, power: 0.999 };

/** More samples than this are not drawn. */
const MOST_SAMPLES = 500_000;
/** A plan this cheap is not improved. */
const FEW_SAMPLES = 60;
/** Samples where there is no bias to plan for: one world, one experiment. */
const SILENT_SAMPLES = 1500;

/** The known cells of a law, and one of probability zero for all that should never come. */
const cells = (expected: LawOfText<number>): { keys: string[]; law: number[] } => {
  const keys = [...expected.keys()];
  return { keys, law: [...keys.map((key) => expected.get(key) as number), 0] };
};

const inCells = (keys: readonly string[], values: Map<string, number>): number[] => {
  const known = new Set(keys);
  let outside = 0;
  for (const [key, value] of values) if (!known.has(key)) outside += value;
  return [...keys.map((key) => values.get(key) ?? 0), outside];
};

interface Plan {
  readonly world: World<number>;
  readonly experiment: Experiment;
  readonly samples: number;
}

/** The world and the experiment that need the fewest samples. */
const cheapest = (mutant: Mutant, worlds: readonly World<number>[]): Plan | undefined => {
  let best: Plan | undefined;
  for (const world of worlds) {
    for (const experiment of experimentsOf(mutant)) {
      if (best !== undefined && best.samples <= FEW_SAMPLES) return best;
      try {
        const expected = experiment.expected(float64, world);
        // Those that follow have more.
        if (expected.size > MOST_TEXTS) break;
        const output = experiment.output(float64, world);
        if (output === undefined) break;
        const { keys, law } = cells(expected);
        const samples = klSamplesFor(inCells(keys, output), law, rates);
        if (samples < (best?.samples ?? MOST_SAMPLES)) best = { world, experiment, samples };
      } catch {
        // A mutant may fail in a world that it was not made for.
      }
    }
  }
  return best;
};

const refutes = (field: typeof float64, { world, experiment, samples }: Plan, seed: number): boolean => {
  const { keys, law } = cells(experiment.expected(field, world));
  const counts = inCells(keys, experiment.drawn(field, world, seed, samples));
  return klTest(counts, law, rates).verdict === "refuted";
};

/** Samples without a plan, in every world: what is right must stay silent. */
const everywhere = (mutant: Mutant, worlds: readonly World<number>[], seed: number): Finding => {
  let total = 0;
  for (const world of worlds) {
    const few = (at: Experiment): boolean => at.expected(float64, world).size <= MOST_TEXTS;
    const [first, second] = experimentsOf(mutant);
    const experiment = [second, first].find((at) => at !== undefined && few(at));
    if (experiment === undefined) continue;
    total += SILENT_SAMPLES;
    try {
      if (refutes(float64, { world, experiment, samples: SILENT_SAMPLES }, seed)) {
        return { alarm: true, world: world.name, what: experiment.what, samples: total };
      }
    } catch (error) {
      return { alarm: true, world: world.name, what: (error as Error).message, samples: total };
    }
  }
  return { alarm: false, samples: total };
};

/** The exact total variation of what is sampled. */
const exactGap = (bed: Bed, { world, experiment }: Plan): string => {
  const exact = itemAt(bed.exact, bed.fast.indexOf(world));
  const output = experiment.output(rational, exact);
  return output === undefined ? "" : rational.print(distance(rational, output, experiment.expected(rational, exact)));
};

/**
 * The statistics tier: whole short answers, length included, against their exact law by the relative-entropy test, whose
 * false-alarm rate holds at every sample size. The size is planned for the mutant's own gap in its best world; where there
 * is no gap, every world is sampled and must stay silent.
 */
export const statistics: Column = {
  name: "statistics",
  kills: ["law"],
  examine: (mutant, bed, seed) => {
    const worlds = fitting(mutant, bed.fast);
    const plan = mutant.kind === "law" ? cheapest(mutant, worlds) : undefined;
    if (plan === undefined) return everywhere(mutant, worlds, seed);
    const { world, experiment, samples } = plan;
    const where = { world: world.name, what: experiment.what, samples, gap: exactGap(bed, plan) };
    return { alarm: refutes(float64, plan, seed), ...where };
  },
};
