import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/dist` that survive and may. */
export const dist: readonly Survivor[] = [
  ...survivorsOf("src/dist/dist.ts", "performance", "Searching and indexing find the same weights of any support.", [
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → true"],
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → false"],
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → this.support.length < SEARCHED"],
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → this.support.length > SEARCHED"],
    ["if (this.support.length <= SEARCHED) {", "{ const at = this.support.inde…o : (this.weights[at] as W); } → {}"],
  ]),
];
