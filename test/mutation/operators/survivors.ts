import { type Survivor, survivorsOf } from "./survivor.ts";

/** Every mutant that survives and may. */
export const survivors: readonly Survivor[] = [
  ...survivorsOf("src/dist/dist.ts", "performance", "Searching and indexing find the same weights of any support.", [
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → true"],
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → false"],
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → this.support.length < SEARCHED"],
    ["if (this.support.length <= SEARCHED) {", "this.support.length <= SEARCHED → this.support.length > SEARCHED"],
    ["if (this.support.length <= SEARCHED) {", "{ const at = this.support.inde…o : (this.weights[at] as W); } → {}"],
  ]),
  ...survivorsOf("src/algorithms/parts/draft-text.ts", "equivalent", "Nothing and false both say: not enough yet.", [
    ["export const never: Enough = () => false;", "() => false → () => undefined"],
  ]),
  ...survivorsOf("src/algorithms/parts/draft-tokens.ts", "equivalent", "A law gives what is no token of it weight 0.", [
    ["return same === undefined ? this.world.field.zero : this.q.weight(same);", "same === undefined → false"],
  ]),
  ...survivorsOf("src/algorithms/parts/draft-tokens.ts", "performance", "Lists grow to their size one by one.", [
    ['const tokens: (Token<"target"> | undefined)[] = new Array(lookahead);', "new Array(lookahead) → new Array()"],
    ["const laws: DrafterLaw<W>[] = new Array(lookahead);", "new Array(lookahead) → new Array()"],
  ]),
];
