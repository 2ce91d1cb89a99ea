import type { Algorithm } from "./algorithm.ts";
import { autoregressive } from "./autoregressive.ts";
import { sd } from "./sd.ts";
import { slem } from "./slem.ts";
import { slrs } from "./slrs.ts";
import { tli } from "./tli.ts";
import { union } from "./union.ts";

/** Every algorithm of the laboratory, in the order in which tables show them. */
export const algorithms: readonly Algorithm[] = [autoregressive, sd, union, tli, slem, slrs];
