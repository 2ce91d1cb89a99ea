import type { Algorithm } from "./algorithm.ts";
import { autoregressive } from "./autoregressive.ts";
import { greedyDraft } from "./greedy-draft.ts";
import { kSeq } from "./k-seq.ts";
import { rrs } from "./rrs.ts";
import { sd } from "./sd.ts";
import { sdBlock } from "./sd-block.ts";
import { slem } from "./slem.ts";
import { slrs } from "./slrs.ts";
import { slrsBlock } from "./slrs-block.ts";
import { slrsHybrid } from "./slrs-hybrid.ts";
import { slrsMulti } from "./slrs-multi.ts";
import { slrsPair } from "./slrs-pair.ts";
import { slrsThinned } from "./slrs-thinned.ts";
import { tli } from "./tli.ts";
import { tliBlock } from "./tli-block.ts";
import { typical } from "./typical.ts";
import { union } from "./union.ts";

/**
 * Every algorithm of the laboratory, in the order in which tables show them.
 *
 * @example
 * algorithms.filter(({ lossless = true }) => !lossless).map(({ id }) => id); // → ["typical"]
 */
export const algorithms: readonly Algorithm[] = [
  autoregressive,
  sd,
  sdBlock,
  greedyDraft,
  rrs,
  kSeq,
  union,
  tli,
  tliBlock,
  slem,
  slrs,
  slrsThinned,
  slrsMulti,
  slrsBlock,
  slrsHybrid,
  slrsPair,
  typical,
];

/**
 * The algorithm of this id.
 *
 * @throws RangeError where there is none.
 * @example
 * algorithmOf("tli").theorems.includes("tli_lossless"); // → true
 */
export function algorithmOf(id: string): Algorithm {
  const found = algorithms.find((algorithm) => algorithm.id === id);
  if (found === undefined) {
    throw new RangeError(`found the algorithm "${id}", expected one of ${algorithms.map((one) => one.id).join(", ")}`);
  }
  return found;
}
