import type { Survivor } from "./survivor.ts";
import { algorithms } from "./survivors/algorithms.ts";
import { algorithmsParts } from "./survivors/algorithms-parts.ts";
import { check } from "./survivors/check.ts";
import { checker } from "./survivors/checker.ts";
import { cli } from "./survivors/cli.ts";
import { cliBench } from "./survivors/cli-bench.ts";
import { cliDocs } from "./survivors/cli-docs.ts";
import { cliDocsPages } from "./survivors/cli-docs-pages.ts";
import { cliDocsPlay } from "./survivors/cli-docs-play.ts";
import { cliModelFiles } from "./survivors/cli-model-files.ts";
import { cliModules } from "./survivors/cli-modules.ts";
import { cliMutants } from "./survivors/cli-mutants.ts";
import { cliProfile } from "./survivors/cli-profile.ts";
import { cliTokenizerFiles } from "./survivors/cli-tokenizer-files.ts";
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
  ...cliBench,
  ...cliDocs,
  ...cliDocsPages,
  ...cliDocsPlay,
  ...cliModelFiles,
  ...cliMutants,
  ...cliProfile,
  ...cliTokenizerFiles,
  ...check,
  ...checker,
  ...cli,
  ...cliModules,
  ...dist,
  ...laws,
  ...lawsContracts,
  ...lawsOracle,
  ...lawsSymbolic,
  ...lawsUntrusted,
  ...stats,
];
