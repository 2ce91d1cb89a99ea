import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/algorithms/parts` that survive and may. */
export const algorithmsParts: readonly Survivor[] = [
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
