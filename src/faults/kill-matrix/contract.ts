import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { serve } from "../../core/decode/serve.ts";
import { at as itemAt } from "../../core/num/at.ts";
import { float64 } from "../../core/num/float64.ts";
import { type Rational, rational } from "../../core/num/rational.ts";
import type { World } from "../../core/worlds/world.ts";
import { acceptance } from "../../evidence/claims/acceptance.ts";
import type { Breach } from "../../evidence/claims/breach.ts";
import { breaches } from "../../evidence/claims/contracts/contracts.ts";
import { normalizes } from "../../evidence/claims/normalizes.ts";
import { contextClasses, defaultLimits } from "../../evidence/tiers/enumeration/contexts.ts";
import { type Column, fitting } from "./column.ts";

const limits = { ...defaultLimits, contexts: 200, unboundedContexts: 50 };

/** The contracts of a round, by enumeration: it ends well, its chances are chances, its acceptance is the formula's. */
const ofRounds = (world: World<Rational>, algorithm: Algorithm): Breach | undefined => {
  try {
    const { classes } = contextClasses(rational, world, algorithm, limits);
    return normalizes(rational, world, classes) ?? acceptance(rational, world, algorithm);
  } catch (error) {
    return { law: "terminates", at: "a round", found: (error as Error).message, expected: "a round that ends" };
  }
};

/** The contract tier: what a decoder promises besides its law. Mutants of the law are no concern of it. */
export const contract: Column = {
  name: "contract",
  kills: ["contract"],
  examine: (mutant, bed, seed) => {
    if (mutant.kind === "law") return undefined;
    const decoder = "decoder" in mutant ? mutant.decoder : serve(mutant.algorithm);
    for (const world of fitting(mutant, bed.fast)) {
      const exact = itemAt(bed.exact, bed.fast.indexOf(world));
      const first = "algorithm" in mutant ? ofRounds(exact, mutant.algorithm) : undefined;
      const [breach] = first === undefined ? breaches(float64, world, decoder, seed) : [first];
      if (breach === undefined) continue;
      return { alarm: true, world: world.name, what: `${breach.law}: ${breach.found}, expected ${breach.expected}` };
    }
    return { alarm: false };
  },
};
