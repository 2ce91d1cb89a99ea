import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/dist` that survive and may. */
export const dist: readonly Survivor[] = [
  ...survivorsOf("src/dist/dist.ts", "performance", "Searching and indexing find the same weights of any support.", [
    ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → true"],
    ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → false"],
    ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → support.length < SEARCHED"],
    ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → support.length > SEARCHED"],
    ["if (support.length <= SEARCHED) {", "{ const at = support.indexOf(v….#zero : (weights[at] as W); } → {}"],
  ]),
];
