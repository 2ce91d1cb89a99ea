import type { Rational } from "../../core/num/rational.ts";
import type { World } from "../../core/worlds/world.ts";
import { provedGenerations } from "../../evidence/tiers/oracle/generations.ts";
import { oracleLimits } from "../../evidence/tiers/oracle/limits.ts";
import type { Oracle } from "../../evidence/tiers/oracle/oracle.ts";
import { oracleRefutes } from "../../evidence/tiers/oracle/oracle-refutes.ts";
import { type Column, fitting } from "./column.ts";

/** Enough to see the smallest faults of the zoo in what is generated. */
const limits = { ...oracleLimits, generation: 600, budget: 3 };
/** Worlds with many tokens cost more, and are tried last for faults of the law that no small world shows. */
const large = { ...limits, tokens: 64 };

/**
 * The oracle tier: what the mutant generates differs, in some world, from what the proved functions of the algorithm it
 * wounds generate. Not applicable to decoders, and where no world of the bed is small enough to compare.
 */
export function oracleTier(oracle: Oracle): Column {
  const generations = provedGenerations(oracle);
  return {
    name: "oracle",
    kills: ["law"],
    examine: (mutant, bed) => {
      if ("decoder" in mutant) return undefined;
      let compared = false;
      const small = ({ target }: World<Rational>): boolean => target.tokenizer.vocabulary.size <= limits.tokens;
      for (const world of fitting(mutant, bed.exact)) {
        if (mutant.kind !== "law" && !small(world)) continue;
        try {
          const difference = oracleRefutes(oracle, world, mutant.algorithm, mutant.wounds, large, generations);
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
}
