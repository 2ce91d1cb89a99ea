import { counted } from "../../../core/handlers/count.ts";
import type { Contract } from "./contract.ts";
import { answerTo, requestOf, trials } from "./trials.ts";

/** Verification is parallel: the target makes exactly one pass a round. */
export const onePass: Contract = (field, world, decoder, seed) => {
  for (const trial of trials) {
    const { world: counting, counts } = counted(world);
    const request = requestOf(field, world, seed, `passes/${trial}`, 2 * world.lookahead + 2);
    const { rounds } = answerTo(decoder.open(counting)([request]));
    if (counts.targetPasses !== rounds) {
      const found = `${counts.targetPasses} target passes in ${rounds} rounds`;
      return { law: "passes", at: "the prompt", found, expected: "one a round" };
    }
  }
  return undefined;
};
