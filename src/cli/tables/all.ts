import type { Command } from "../table/command.ts";
import { benchTable } from "./bench.ts";
import { checkTable } from "./check.ts";
import { citeTable } from "./cite.ts";
import { experimentTable } from "./experiment.ts";
import { explainTable } from "./explain.ts";
import { generateTable } from "./generate.ts";
import { initTable } from "./init.ts";
import { mutantsTable } from "./mutants.ts";
import { profileTable } from "./profile.ts";
import { verifyTable } from "./verify.ts";
import { verifyModelsTable } from "./verify-models.ts";

/** The tables of all commands, in the order in which they are listed; `verify` has a second one, for real models. */
export const TABLES: readonly Command[] = [
  ...[verifyTable, verifyModelsTable, profileTable, mutantsTable, generateTable],
  ...[benchTable, checkTable, citeTable, experimentTable, initTable, explainTable],
];
