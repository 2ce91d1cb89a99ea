import { provedGenerations } from "../../laws/oracle/generations.ts";
import { oracleLimits } from "../../laws/oracle/limits.ts";
import type { Oracle } from "../../laws/oracle/oracle.ts";
import { oracleRefutes } from "../../laws/oracle/oracle-refutes.ts";
import { fitting, type Tier } from "./tier.ts";

/** Enough to see the smallest faults of the zoo in what is generated. */
const limits = { ...oracleLimits, generation: 600, budget: 3 };

/**
 * The oracle tier: what the mutant generates differs, in some world, from what the proved functions of the algorithm it
 * wounds generate. Not applicable to decoders, and where no world of the bed is small enough to compare.
 */
export const oracleTier = (oracle: Oracle): Tier => {
  const generations = provedGenerations(oracle);
  return {
    name: "oracle",
    kills: ["law"],
    examine: (mutant, bed) => {
      if ("decoder" in mutant) return undefined;
      let compared = false;
      for (const world of fitting(mutant, bed.exact)) {
        try {
          const difference = oracleRefutes(oracle, world, mutant.algorithm, mutant.wounds, limits, generations);
          if (difference) return { alarm: true, world: world.name };
          compared ||= difference === undefined;
        } catch (error) {
          // As for enumeration: an error is no refutation, but alarms where nothing ought to go wrong.
          if (mutant.kind !== "law") return { alarm: true, world: world.name, what: (error as Error).message };
        }
      }
      return compared ? { alarm: false } : undefined;
    },
  };
};
