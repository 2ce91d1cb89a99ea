import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Io } from "../../system/io.ts";
import { UsageError } from "../../system/usage.ts";
import type { Command } from "./description.ts";
import { helpOf } from "./help.ts";
import { flag, type Given, type Options, type Values } from "./option.ts";

export type { Command } from "./description.ts";

/** What a command line says. */
export interface Parsed<O extends Options> {
  readonly values: Values<O>;
  readonly words: readonly string[];
}

/** A command's table, with `--help` that each has. */
export function command<O extends Options>(table: Command<O>): Command<O> {
  return table;
}

const HELP = { help: { ...flag("says this"), short: "h" } };

/** Does the option take a value? */
export function takesValue(options: Options, name: string): boolean {
  return Object.hasOwn(options, name) && options[name]?.value !== "";
}

/** Runs a command: says its help where that is asked for, else hands over what the command line says. */
export async function run<O extends Options>(
  table: Command<O>,
  args: readonly string[],
  io: Io,
  act: (parsed: Parsed<O>) => Promise<number> | number,
): Promise<number> {
  const parsed = parse(table, args);
  if (parsed !== "help") return act(parsed);
  io.out(helpOf(table));
  return 0;
}

/** Reads a command line; an option that the command does not have, or that lacks its value, is a {@link UsageError}. */
export function parse<O extends Options>(table: Command<O>, args: readonly string[]): Parsed<O> | "help" {
  const { values, positionals } = given(table, args);
  if (values.help === true) return "help";
  const read = Object.entries(table.options).map(([name, option]) => [name, option.read(values[name], name)]);
  return { values: Object.fromEntries(read) as Values<O>, words: positionals };
}

const given = (
  table: Command,
  args: readonly string[],
): { readonly values: Readonly<Record<string, Given>>; readonly positionals: readonly string[] } => {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, option] of Object.entries({ ...table.options, ...HELP })) {
    const type = option.value === "" ? "boolean" : "string";
    options[name] = { type, multiple: option.many === true, ...(option.short ? { short: option.short } : {}) };
  }
  try {
    return parseArgs({ args: [...args], allowPositionals: table.words, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};
