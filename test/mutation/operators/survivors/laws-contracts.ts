import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/laws/contracts`. */
export const lawsContracts: readonly Survivor[] = [
  ...survivorsOf("src/laws/contracts/keeps-budget.ts", "equivalent", "No token is null.", [
    ["const stop = eos === null ? -1 : tokens.indexOf(eos);", "eos === null → false"],
  ]),
];
