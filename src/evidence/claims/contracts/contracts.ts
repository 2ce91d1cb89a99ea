import type { Decoder } from "../../../core/decode/decoder.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { Breach } from "../breach.ts";
import type { Contract } from "./contract.ts";
import { keepsBudget } from "./keeps-budget.ts";
import { neverRewrites } from "./never-rewrites.ts";
import { onePass } from "./one-pass.ts";
import { repeats } from "./repeats.ts";
import { reportsExactly } from "./reports-exactly.ts";
import { reproducible } from "./reproducible.ts";
import { staysInVocabulary } from "./stays-in-vocabulary.ts";

/** Every contract of a decoder, by name. */
export const contracts: Readonly<Record<string, Contract>> = {
  keepsBudget,
  staysInVocabulary,
  neverRewrites,
  reportsExactly,
  reproducible,
  repeats,
  onePass,
};

/**
 * The breaches of all contracts in one world; an error while decoding is a breach too.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, b 1/2" });
 * contractBreaches(rational, coins, serve(algorithmOf("sd")), 1); // → []
 */
export function breaches<W>(field: DecidableField<W>, world: World<W>, decoder: Decoder, seed: number): Breach[] {
  return Object.entries(contracts).flatMap(([law, check]) => {
    try {
      return check(field, world, decoder, seed) ?? [];
    } catch (error) {
      return { law, at: "a run", found: `an error: ${(error as Error).message}`, expected: "an answer" };
    }
  });
}
