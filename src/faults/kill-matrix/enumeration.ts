import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import { type Rational, rational } from "../../core/num/rational.ts";
import type { World } from "../../core/worlds/world.ts";
import { defaultLimits } from "../../evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../evidence/tiers/enumeration/lossless.ts";
import { type Column, fitting } from "./column.ts";
import { distance, experimentsOf } from "./experiment.ts";

/** Small worlds close long before this; a mutant whose state grows is cut here. */
const limits = { ...defaultLimits, contexts: 200, unboundedContexts: 50 };

/** Does the mutant's exact law differ from the target's in this world? */
const differs = (mutant: Mutant, world: World<Rational>): boolean => {
  if ("decoder" in mutant) {
    for (const experiment of experimentsOf(mutant)) {
      const output = experiment.output(rational, world);
      if (output === undefined) return false;
      if (!rational.isZero(distance(rational, output, experiment.expected(rational, world)))) return true;
    }
    return false;
  }
  const { verdict, gap } = lossless(rational, world, mutant.algorithm, limits);
  // A gap of 0 is a proof; null means that nothing was enumerated.
  return verdict === "refuted" || (verdict === "unknown" && gap !== null && mutant.kind === "control");
};

/** The enumeration tier: refuted in at least one world of the bed. An error is no refutation, but alarms on a control. */
export const enumeration: Column = {
  name: "enumeration",
  kills: ["law"],
  examine: (mutant, bed) => {
    for (const world of fitting(mutant, bed.exact)) {
      try {
        if (differs(mutant, world)) return { alarm: true, world: world.name };
      } catch (error) {
        if (mutant.kind === "control") return { alarm: true, world: world.name, what: (error as Error).message };
        if (mutant.kind === "contract") return { alarm: true, world: world.name, what: (error as Error).message };
      }
    }
    return { alarm: false };
  },
};
