import type { Algorithm } from "../../src/core/algorithms/algorithm.ts";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { stream } from "../../src/core/handlers/random.ts";
import { sampleMany } from "../../src/core/handlers/sample-many.ts";
import { float64 } from "../../src/core/num/float64.ts";
import type { World } from "../../src/core/worlds/world.ts";
import { dirichletEvidence } from "../../src/evidence/stats/dirichlet-evidence.ts";
import { eValueCalibration } from "../../src/evidence/stats/e-value-calibration.ts";
import { chiSquaredTest } from "../../src/evidence/stats/goodness-of-fit.ts";
import { uniformity } from "../../src/evidence/stats/p-value-calibration.ts";
import { statisticsQuestion } from "../../src/evidence/tiers/statistics/consistent.ts";
import { builtInWorlds, readWorld } from "../../src/system/files.ts";

/** Generations in one run. */
export const SAMPLES = 1000;
/** Generations after which the e-value is taken: later its mean of 1 sits in values too rare to be met. */
const EARLY = 20;
/** Two vocabularies, for the algorithms that take them; one with stop tokens, for the others. */
const [TWO, ONE] = ["overlapping", "both-stop"];
/** False-alarm rate and power of the comparison with the uniform law, for one algorithm. */
const RATES = { alpha: 1e-6, power: 0.999 };

/** What runs of the statistics on one correct algorithm gave. */
export interface Calibration {
  readonly algorithm: string;
  readonly world: string;
  readonly runs: number;
  readonly samples: number;
  /** Largest distance between the p-values' distribution function and the uniform one, and the bound of DKW and Massart on it. */
  readonly distance: number;
  readonly bound: number;
  readonly distancePValue: number;
  /** Shares of p-values at most 0.01, 0.05 and 0.5. */
  readonly atMost: { readonly "0.01": number; readonly "0.05": number; readonly "0.5": number };
  /** Of the e-values, each taken after `early` generations. */
  readonly early: number;
  readonly meanEValue: number;
  readonly maxEValue: number;
  /** Small when the mean of the e-values cannot be 1 or less. */
  readonly meanPValue: number;
}

const open = (name: string): World<number> =>
  readWorld(float64, builtInWorlds().find((file) => file.endsWith(`/${name}.json`)) as string);

/** P-values of Pearson's test and e-values of the Dirichlet mixture, of `runs` independent runs of correct code. */
export const calibrate = (algorithm: Algorithm, world: World<number>, runs: number, seed: number): Calibration => {
  const { horizon, law } = statisticsQuestion(float64, world);
  const at = new Map([...law.keys()].map((key, i): [string, number] => [key, i]));
  const expected = [...law.values(), 0];
  const generateOnce = sampleMany(float64, world, algorithm, horizon);
  // Equal generations are mostly one list, which is found sooner than its text.
  const cells = new Map<readonly number[], number>();
  const cellOf = (list: readonly number[]): number => {
    const cell = cells.get(list) ?? at.get(list.join()) ?? law.size;
    cells.set(list, cell);
    return cell;
  };
  const pValues: number[] = [];
  const logs: number[] = [];
  for (let run = 0; run < runs; run++) {
    const random = stream(seed, `calibration/${world.name}/${algorithm.id}/${run}`);
    const counts = expected.map(() => 0);
    for (let i = 0; i < SAMPLES; i++) {
      if (i === EARLY) logs.push(dirichletEvidence(counts, expected));
      const cell = cellOf(generateOnce(random));
      counts[cell] = (counts[cell] as number) + 1;
    }
    pValues.push(chiSquaredTest(counts, expected, RATES).pValue);
  }
  const uniform = uniformity(pValues, RATES);
  const { mean, pValue } = eValueCalibration(logs);
  const share = (t: number): number => pValues.filter((p) => p <= t).length / runs;
  return {
    algorithm: algorithm.id,
    world: world.name,
    runs,
    samples: SAMPLES,
    distance: shown(uniform.statistic),
    bound: shown(Math.sqrt(Math.log(2 / RATES.alpha) / (2 * runs))),
    distancePValue: shown(uniform.pValue),
    atMost: { "0.01": share(0.01), "0.05": share(0.05), "0.5": share(0.5) },
    early: EARLY,
    meanEValue: shown(mean),
    maxEValue: shown(Math.exp(Math.max(...logs))),
    meanPValue: shown(pValue),
  };
};

/** Six digits, so that a last place that differs between machines changes nothing. */
const shown = (value: number): number => Number(value.toPrecision(6));

/** Every algorithm that claims to be lossless, each in one world. */
export const calibrateAll = (runs: number, seed: number): Calibration[] => {
  const two = open(TWO);
  return algorithms
    .filter(({ lossless }) => lossless ?? true)
    .map((algorithm) => calibrate(algorithm, (algorithm.fits?.(two) ?? true) ? two : open(ONE), runs, seed));
};
