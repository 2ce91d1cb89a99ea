// Every algorithm of the laboratory by its name.
export { autoregressive } from "../core/algorithms/autoregressive.ts";
export { greedyDraft } from "../core/algorithms/greedy-draft.ts";
export { kSeq } from "../core/algorithms/k-seq.ts";
export { rrs } from "../core/algorithms/rrs.ts";
export { sd } from "../core/algorithms/sd.ts";
export { sdBlock } from "../core/algorithms/sd-block.ts";
export { slem } from "../core/algorithms/slem.ts";
export { slrs } from "../core/algorithms/slrs.ts";
export { slrsBlock } from "../core/algorithms/slrs-block.ts";
export { slrsHybrid } from "../core/algorithms/slrs-hybrid.ts";
export { slrsMulti } from "../core/algorithms/slrs-multi.ts";
export { slrsPair } from "../core/algorithms/slrs-pair.ts";
export { slrsThinned } from "../core/algorithms/slrs-thinned.ts";
export { tli } from "../core/algorithms/tli.ts";
export { tliBlock } from "../core/algorithms/tli-block.ts";
export { typical } from "../core/algorithms/typical.ts";
export { union } from "../core/algorithms/union.ts";
