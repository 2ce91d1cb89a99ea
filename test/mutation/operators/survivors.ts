import type { Survivor } from "./survivor.ts";
import { algorithms } from "./survivors/algorithms.ts";
import { algorithmsParts } from "./survivors/algorithms-parts.ts";
import { check } from "./survivors/check.ts";
import { cliModules } from "./survivors/cli-modules.ts";
import { dist } from "./survivors/dist.ts";
import { laws } from "./survivors/laws.ts";
import { lawsContracts } from "./survivors/laws-contracts.ts";
import { lawsOracle } from "./survivors/laws-oracle.ts";
import { lawsSymbolic } from "./survivors/laws-symbolic.ts";
import { lawsUntrusted } from "./survivors/laws-untrusted.ts";
import { stats } from "./survivors/stats.ts";

/** Every mutant that survives and may, room by room. */
export const survivors: readonly Survivor[] = [
  ...algorithms,
  ...algorithmsParts,
  ...check,
  ...cliModules,
  ...dist,
  ...laws,
  ...lawsContracts,
  ...lawsOracle,
  ...lawsSymbolic,
  ...lawsUntrusted,
  ...stats,
];
