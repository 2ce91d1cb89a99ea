import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/evidence/untrusted`. */
export const lawsUntrusted: readonly Survivor[] = [
  ...survivorsOf("src/evidence/untrusted/acceptance-formula.ts", "equivalent", "There always is a first class.", [
    ["const measured = acceptedMass(field, classes[0]?.rounds ?? []);", '[] → ["Stryker was here"]'],
  ]),
  ...survivorsOf(
    "src/evidence/untrusted/round-laws.ts",
    "performance",
    "A round whose paths divide a hundred is repeated once more.",
    [["for (let run = paths; run < REPEATED_PATHS; run += paths) {", "run < REPEATED_PATHS → run <= REPEATED_PATHS"]],
  ),
];
