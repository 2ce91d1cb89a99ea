import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { algorithms } from "../core/algorithms/registry.ts";
import type { Rational } from "../core/num/rational.ts";
import type { World } from "../core/worlds/world.ts";
import { beyondLimits, oracleLimits } from "../evidence/tiers/oracle/limits.ts";
import { tooLarge } from "../evidence/tiers/symbolic/symbolic-lossless.ts";
import type { TierName } from "../evidence/tiers/tier-name.ts";
import { chooseAlgorithms } from "../system/choose-algorithms.ts";

/** A world and the file that it was read from. */
export type Place = World<Rational> & { readonly file: string };

/** What is asked of `lossless verify`. */
export interface Question {
  readonly algorithm: string;
  readonly tier: TierName;
  readonly seed: number;
  readonly workers: number;
  readonly worlds: readonly Place[];
  /** Did somebody name these worlds? */
  readonly named: boolean;
  readonly shown: "json" | "tables" | "matrix";
}

/** One row to settle. */
export interface Task {
  readonly world: Place;
  readonly algorithm: Algorithm;
}

/** The rows to settle, those that the tier cannot be asked, and the number of worlds that the algorithm does not fit. */
export interface Plan {
  readonly tasks: readonly Task[];
  readonly leftOut: readonly (Task & { readonly why: string })[];
  readonly misfits: number;
}

/** Plans the rows, world by world. Only in worlds that nobody named something is left out. */
export function planOf({ algorithm: name, tier, worlds, named }: Question): Plan {
  const chosen = worlds.map((world) =>
    chooseAlgorithms(name, world, !named).map((algorithm) => ({ world, algorithm })),
  );
  const all = chosen.flat().map((task) => ({ ...task, why: named ? undefined : beyond(tier, task) }));
  return {
    tasks: all.filter(({ why }) => why === undefined),
    leftOut: all.flatMap(({ why, ...task }) => (why === undefined ? [] : [{ ...task, why }])),
    misfits: chosen.filter(({ length }) => length === 0).length,
  };
}

const beyond = (tier: TierName, { world, algorithm }: Task): string | undefined => {
  if (tier === "oracle") return beyondLimits(world, algorithm.id, oracleLimits);
  return tier === "symbolic" ? tooLarge(world) : undefined;
};

/** The tasks in the groups that are printed together: an algorithm's for a matrix, else a world's. */
export function groupsOf({ tasks }: Plan, { shown, worlds }: Question): Task[][] {
  const groups =
    shown === "matrix"
      ? algorithms.map((algorithm) => tasks.filter((task) => task.algorithm === algorithm))
      : worlds.map((world) => tasks.filter((task) => task.world === world));
  return groups.filter(({ length }) => length > 0);
}

/** What is said of the rows that were left out; nothing where there are none. */
export function saidLeftOut({ leftOut }: Plan, tier: TierName): string {
  const [first] = leftOut;
  if (first === undefined) return "";
  const names = [...new Set(leftOut.map(({ world }) => world.name))];
  const rows = `${leftOut.length} ${leftOut.length === 1 ? "row" : "rows"} in ${names.length} ${names.length === 1 ? "world" : "worlds"}`;
  return `left out: ${rows} beyond --tier ${tier}, as in ${first.world.name}: ${first.why}`;
}
