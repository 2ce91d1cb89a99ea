import type { Survivor } from "./survivor.ts";
import { algorithms } from "./survivors/algorithms.ts";
import { algorithmsParts } from "./survivors/algorithms-parts.ts";
import { dist } from "./survivors/dist.ts";
import { lawsContracts } from "./survivors/laws-contracts.ts";
import { lawsSymbolic } from "./survivors/laws-symbolic.ts";
import { stats } from "./survivors/stats.ts";

/** Every mutant that survives and may, room by room. */
export const survivors: readonly Survivor[] = [
  ...algorithms,
  ...algorithmsParts,
  ...dist,
  ...lawsContracts,
  ...lawsSymbolic,
  ...stats,
];
