import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/evidence/claims/contracts`. */
export const lawsContracts: readonly Survivor[] = [
  ...survivorsOf("src/evidence/claims/contracts/keeps-budget.ts", "equivalent", "No token is null.", [
    ["const stop = eos === null ? -1 : tokens.indexOf(eos);", "eos === null → false"],
  ]),
];
