import { type CheckOptions, checkOptions as chosen, splitCommand } from "../../../src/cli/check-options.ts";
import { parse } from "../../../src/cli/table/command.ts";
import { checkTable } from "../../../src/cli/tables/check.ts";

/** What the command line of `lossless check` says. */
export function checkOptions(args: readonly string[]): CheckOptions {
  const { options, adapter } = splitCommand(args);
  const parsed = parse(checkTable, options);
  if (parsed === "help") throw new Error("help");
  return chosen(parsed.values, adapter);
}
