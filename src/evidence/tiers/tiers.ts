import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { algorithms } from "../../core/algorithms/registry.ts";
import { float64 } from "../../core/num/float64.ts";
import { rational } from "../../core/num/rational.ts";
import { worldInDoubles } from "../../core/worlds/world-in-doubles.ts";
import { examined } from "../untrusted/examined.ts";
import { symbolicExamined } from "../untrusted/symbolic-examined.ts";
import { lossless } from "./enumeration/lossless.ts";
import { oracleAgrees } from "./oracle/oracle-agrees.ts";
import { judgeCounts, statisticsQuestion } from "./statistics/consistent.ts";
import { sampledLaw } from "./statistics/sampled-law.ts";
import { sampledPlainly } from "./statistics/sampled-plainly.ts";
import { symbolicLossless, symbolicSolver } from "./symbolic/symbolic-lossless.ts";
import type { Draw, Judge, Tier } from "./tier.ts";

/** What one statistical verdict promises; 400,000 generations see a total variation of about 0.01. */
const RATES = { samples: 400_000, alpha: 1e-8, power: 0.999 };
/** Code that is not trusted is run from the start each time, which takes longer. */
const RATES_PLAINLY = { ...RATES, samples: 50_000 };

/** The code of this laboratory is believed where it says what it reads; any other is looked at. */
const isOurs = (algorithm: Algorithm): boolean => algorithms.includes(algorithm);

const drawHere: Draw = (world, algorithm, { horizon, seed, samples }) =>
  sampledLaw(float64, world, algorithm, horizon, seed, samples);

const drawPlainly: Draw = (world, algorithm, plan) => sampledPlainly(float64, world, algorithm, plan);

const alone = (judge: Judge["judge"]): Judge => ({ judge, close: async () => {} });

/**
 * The tiers that judge algorithms in worlds, in the order in which `verify` names them.
 *
 * @example
 * tiers.map(({ name }) => name); // → ["enumeration", "symbolic", "oracle", "statistics"]
 */
export const tiers: readonly Tier[] = [
  {
    name: "enumeration",
    shows: "every path of a round, in exact fractions: the output law is the target's, with gap 0",
    scope: "one world; every horizon where a round depends on finitely many contexts, else those up to a horizon",
    open: async ({ limits }) =>
      alone(async (algorithm, world) => (isOurs(algorithm) ? lossless : examined)(rational, world, algorithm, limits)),
  },
  {
    name: "symbolic",
    shows: "one round over unknown laws, as identities of rational functions: the output law is the target's",
    scope: "all real laws over a world's token strings, with at most 3 tokens a side and lookahead 2",
    open: async ({ seed = 1, limits }) => {
      const solver = symbolicSolver();
      const judge: Judge["judge"] = (algorithm, world) =>
        isOurs(algorithm)
          ? symbolicLossless(world, algorithm, { seed, solver })
          : symbolicExamined(world, algorithm, { seed, solver }, limits);
      return { judge, close: solver.close };
    },
  },
  {
    name: "oracle",
    shows: "the code has the law of the functions that the machine-checked theorems are about",
    scope: "the contexts that rounds of one world start from, and one generation from its prompt",
    open: async ({ oracle }) => {
      if (oracle === undefined) throw new TypeError("the oracle tier needs the functions extracted from the proofs");
      const functions = await oracle();
      return alone(async (algorithm, world) => oracleAgrees(functions, world, algorithm));
    },
  },
  {
    name: "statistics",
    shows: "frequencies of whole generations are those of the target's law, within rates that the verdict states",
    scope: "one world, generations up to a horizon",
    open: async ({ seed = 1, limits, draw = drawHere }) =>
      alone(async (algorithm, exact) => {
        const ours = isOurs(algorithm);
        if (!ours) {
          const found = examined(rational, exact, algorithm, limits);
          if (found.kind === "contract") return found;
        }
        const [rates, drawing] = ours ? [RATES, draw] : [RATES_PLAINLY, drawPlainly];
        const world = worldInDoubles(exact);
        const question = statisticsQuestion(float64, world);
        const counts = await drawing(world, algorithm, { horizon: question.horizon, seed, samples: rates.samples });
        return judgeCounts(question, algorithm, { ...rates, seed }, counts);
      }),
  },
];

/**
 * The tier of this name.
 *
 * @throws RangeError where there is none.
 */
export function tierOf(name: string): Tier {
  const tier = tiers.find((one) => one.name === name);
  if (tier !== undefined) return tier;
  throw new RangeError(`found the tier "${name}", expected one of ${tiers.map((one) => one.name).join(", ")}`);
}
