import { totalVariationTest } from "../evidence/stats/total-variation-test.ts";
import type { Rates, StatisticalVerdict } from "../evidence/stats/verdict.ts";
import { table } from "../system/table.ts";
import type { Judgement } from "./judgement.ts";
import { inOneField, type LawLike, type Naming, namedLaw, plainly } from "./law-like.ts";

/** What a statistical check must be able to see: a total variation of `detectable`, with probability `power`. */
export interface Sensitivity extends Rates {
  readonly detectable: number;
}

/** Sampled values one by one, or a map or an object from values to how often each came. */
export type Samples = Iterable<unknown> | ReadonlyMap<unknown, number> | Readonly<Record<string, number>>;

/** Values listed where samples and law disagree. */
const MOST_LISTED = 10;

/**
 * Could the samples come from the law? By the total-variation test, whose rates hold at every sample size: a false alarm
 * has probability at most `alpha`. Throws where the samples are too few to see what was promised, and says how many are
 * needed.
 */
export function judgeConsistent(
  samples: Samples,
  expected: LawLike,
  { alpha, power, detectable }: Sensitivity,
  name: Naming = plainly,
): Judgement {
  requireDistance(detectable);
  const counts = counted(samples, name);
  const { values, law } = withStrangers(expected, name);
  const known = values.map((value) => counts.get(value) ?? 0);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const observed = [...known, total - known.reduce((sum, count) => sum + count, 0)];
  const needed = (found: string): RangeError => {
    const enough = samplesNeeded(expected, { alpha, power, detectable }, name);
    return new RangeError(
      `${found}, not the ${detectable} promised at alpha ${alpha} and power ${power}: at least ${enough} samples are needed`,
    );
  };
  if (total === 0) throw needed("no samples see no difference");
  const test = totalVariationTest(observed, law, { alpha, power });
  if (test.detectable > detectable) {
    const even = test.verdict === "refuted" ? ` (even so, ${differs(test)})` : "";
    throw needed(`${total} samples see a total variation of ${short(test.detectable)}${even}`);
  }
  if (test.verdict === "consistent") return { pass: true, message: `expected another law, but ${agrees(test)}` };
  const rows = [...new Set([...values, ...counts.keys()])]
    .map((value) => ({ value, share: (counts.get(value) ?? 0) / total, p: law[values.indexOf(value)] ?? 0 }))
    .sort((a, b) => Math.abs(b.share - b.p) - Math.abs(a.share - a.p))
    .slice(0, MOST_LISTED)
    .map(({ value, share, p }) => [`  ${value}`, short(share), short(p)]);
  return {
    pass: false,
    message: `expected samples of this law, but ${differs(test)}:\n${table(["  value", "sampled", "law"], rows)}`,
  };
}

/** The fewest samples with which {@link judgeConsistent} keeps its promise for this law. */
export function samplesNeeded(expected: LawLike, { alpha, power, detectable }: Sensitivity, name?: Naming): number {
  requireDistance(detectable);
  const { law } = withStrangers(expected, name);
  // What the test sees depends on the number of samples alone, so that any table of counts asks it.
  const sees = (samples: number): boolean =>
    totalVariationTest([samples, ...law.slice(1).map(() => 0)], law, { alpha, power }).detectable <= detectable;
  let enough = 1;
  while (!sees(enough)) enough *= 2;
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (sees(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

const requireDistance = (detectable: number): void => {
  if (!(detectable > 0 && detectable <= 1)) {
    throw new RangeError(`detectable: found ${detectable}, expected a total variation above 0 and at most 1`);
  }
};

/** The law as doubles; whatever it never gives is one more outcome, of probability zero. */
const withStrangers = (expected: LawLike, name?: Naming): { values: string[]; law: number[] } => {
  const named = namedLaw(expected, name);
  const { field, laws } = inOneField(named, named);
  const [weights = new Map<string, unknown>()] = laws;
  return { values: [...weights.keys()], law: [...[...weights.values()].map((weight) => field.toNumber(weight)), 0] };
};

const counted = (samples: Samples, name: Naming): Map<string, number> => {
  const counts = new Map<string, number>();
  const add = (value: string, count: number): void => {
    counts.set(value, (counts.get(value) ?? 0) + count);
  };
  if (samples instanceof Map) for (const [value, count] of samples) add(name(value as never), count);
  else if (Symbol.iterator in samples) for (const value of samples as Iterable<unknown>) add(name(value as never), 1);
  else for (const [value, count] of Object.entries(samples as Readonly<Record<string, number>>)) add(value, count);
  return counts;
};

const short = (value: number): string =>
  value === 0 ? "0" : value >= 0.001 ? value.toFixed(4) : value.toExponential(1);

const agrees = ({ samples, detectable, power, alpha, statistic }: StatisticalVerdict): string =>
  `${samples} samples are consistent with this one: total variation ${short(statistic)}; ` +
  `${short(detectable)} would have been seen with power ${power} at alpha ${alpha}`;

const differs = ({ samples, statistic, pValue, alpha, impossible }: StatisticalVerdict): string =>
  impossible === undefined
    ? `${samples} of them are a total variation of ${short(statistic)} away (p ≤ ${short(pValue)}, alpha ${alpha})`
    : `${samples} of them hold values of probability 0`;
