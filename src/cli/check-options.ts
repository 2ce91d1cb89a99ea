import { READY } from "../checker/adapters/locate.ts";
import type { Limits } from "../checker/process/limits.ts";
import { at as itemAt } from "../core/num/at.ts";
import { UsageError } from "../system/usage.ts";
import { writablePlace } from "../system/writable-place.ts";
import { takesValue } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { checkTable } from "./tables/check.ts";

/** What the command line of `lossless check` says. */
export interface CheckOptions {
  /** The adapter's command, or the name of a ready one. */
  readonly adapter: readonly string[];
  readonly algorithm: string | undefined;
  readonly seed: number;
  readonly tokens: number | undefined;
  readonly seconds: number | undefined;
  readonly only: string | undefined;
  readonly worlds: readonly string[];
  readonly limits: Limits;
  readonly selfTest: boolean;
  readonly stopAtFirst: boolean;
  /** Names of the environment that the adapter gets besides the usual ones. */
  readonly passEnv: readonly string[];
  readonly json: boolean;
  readonly junit: string | undefined;
  readonly html: string | undefined;
}

/** A command line in its two parts. */
export interface Split {
  readonly options: readonly string[];
  /** The adapter's command, or the name of a ready one. */
  readonly adapter: readonly string[];
}

/**
 * Splits the command line: options end where the adapter's command begins, as for `nice` or `env`. A ready adapter has no
 * arguments, so what follows its name are options as well.
 */
export function splitCommand(args: readonly string[]): Split {
  const at = adapterAt(args);
  return Object.hasOwn(READY, args[at] ?? "")
    ? { options: args.toSpliced(at, 1), adapter: args.slice(at, at + 1) }
    : { options: args.slice(0, at), adapter: args.slice(args[at] === "--" ? at + 1 : at) };
}

/** What the options say of a check of this adapter. */
export function checkOptions(values: Values<typeof checkTable.options>, adapter: readonly string[]): CheckOptions {
  if (values["self-test"] && (values.json || values.junit !== undefined || values.html !== undefined))
    throw new UsageError("found --self-test with a report, expected --json, --junit or --html with a check alone");
  for (const file of [values.junit, values.html]) if (file !== undefined) writablePlace(file);
  return {
    adapter,
    algorithm: values.algorithm,
    seed: values.seed,
    tokens: values.budget?.tokens,
    seconds: values.budget?.seconds,
    only: values.only,
    worlds: values.world,
    limits: {
      hello: values["hello-seconds"],
      ready: values["ready-seconds"],
      first: values["first-seconds"],
      next: values["next-seconds"],
      bye: values["bye-seconds"],
    },
    selfTest: values["self-test"],
    stopAtFirst: values["stop-at-first"],
    passEnv: values["pass-env"],
    json: values.json,
    junit: values.junit,
    html: values.html,
  };
}

/** Where the adapter's command begins. */
const adapterAt = (args: readonly string[]): number => {
  for (let i = 0; i < args.length; i++) {
    const arg = itemAt(args, i);
    if (arg === "--" || !arg.startsWith("-")) return i;
    if (arg.startsWith("--") && !arg.includes("=") && takesValue(checkTable.options, arg.slice(2))) i++;
  }
  return args.length;
};
