import { READY } from "../../checker/adapters/locate.ts";
import { defaultLimits, type Limits } from "../../checker/process/limits.ts";
import { UsageError } from "../../system/usage.ts";
import { writablePlace } from "../../system/writable-place.ts";
import { parseOptions } from "../parse-options.ts";

/** What the command line of `lossless check` says. */
export interface CheckOptions {
  /** The adapter's command, or the name of a ready one. */
  readonly adapter: readonly string[];
  readonly algorithm: string | undefined;
  readonly seed: number;
  readonly budget: string | undefined;
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
  readonly help: boolean;
}

const OPTIONS = {
  algorithm: { type: "string" },
  seed: { type: "string", default: "1" },
  budget: { type: "string" },
  only: { type: "string" },
  world: { type: "string", multiple: true },
  "stop-at-first": { type: "boolean", default: false },
  "pass-env": { type: "string", multiple: true },
  "self-test": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  junit: { type: "string" },
  html: { type: "string" },
  "hello-seconds": { type: "string" },
  "ready-seconds": { type: "string" },
  "first-seconds": { type: "string" },
  "next-seconds": { type: "string" },
  "bye-seconds": { type: "string" },
  help: { type: "boolean", default: false, short: "h" },
} as const;

/**
 * Reads the command line: options end where the adapter's command begins, as for `nice` or `env`. A ready adapter has no
 * arguments, so what follows its name are options as well.
 */
export const checkOptions = (args: readonly string[]): CheckOptions => {
  const at = adapterAt(args);
  const isReady = Object.hasOwn(READY, args[at] ?? "");
  const values = parsed(isReady ? args.toSpliced(at, 1) : args.slice(0, at));
  if (!/^\d{1,9}$/.test(values.seed))
    throw new UsageError(`found --seed "${values.seed}", expected a whole number below 1000000000`);
  if (values["self-test"] && (values.json || values.junit !== undefined || values.html !== undefined))
    throw new UsageError("found --self-test with a report, expected --json, --junit or --html with a check alone");
  for (const file of [values.junit, values.html]) if (file !== undefined) writablePlace(file);
  return {
    adapter: isReady ? args.slice(at, at + 1) : args.slice(args[at] === "--" ? at + 1 : at),
    algorithm: values.algorithm,
    seed: Number(values.seed),
    budget: values.budget,
    ...budgetOf(values.budget),
    only: values.only,
    worlds: values.world ?? [],
    limits: {
      hello: secondsOf("hello-seconds", values["hello-seconds"], defaultLimits.hello),
      ready: secondsOf("ready-seconds", values["ready-seconds"], defaultLimits.ready),
      first: secondsOf("first-seconds", values["first-seconds"], defaultLimits.first),
      next: secondsOf("next-seconds", values["next-seconds"], defaultLimits.next),
      bye: secondsOf("bye-seconds", values["bye-seconds"], defaultLimits.bye),
    },
    selfTest: values["self-test"],
    stopAtFirst: values["stop-at-first"],
    passEnv: (values["pass-env"] ?? []).map(nameOf),
    json: values.json,
    junit: values.junit,
    html: values.html,
    help: values.help,
  };
};

const takesValue = (name: string): boolean =>
  Object.hasOwn(OPTIONS, name) && OPTIONS[name as keyof typeof OPTIONS].type === "string";

/** Where the adapter's command begins. */
const adapterAt = (args: readonly string[]): number => {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === "--" || !arg.startsWith("-")) return i;
    if (arg.startsWith("--") && !arg.includes("=") && takesValue(arg.slice(2))) i++;
  }
  return args.length;
};

const parsed = (args: readonly string[]) =>
  parseOptions({ args: [...args], allowPositionals: false, options: OPTIONS }).values;

const secondsOf = (name: string, text: string | undefined, usual: number): number => {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!(value > 0 && value <= 86_400))
    throw new UsageError(`found --${name} "${text}", expected a number of seconds, at most 86400`);
  return value;
};

/** A name that an environment may have. */
const nameOf = (text: string): string => {
  if (text === "" || /[=\0]/.test(text))
    throw new UsageError(`found --pass-env "${text}", expected the name of a variable of the environment`);
  return text;
};

/** `30s`, `5m`, `2h`, or a number of tokens. */
const budgetOf = (text: string | undefined): { tokens: number | undefined; seconds: number | undefined } => {
  if (text === undefined) return { tokens: undefined, seconds: undefined };
  const [, digits, unit] = /^(\d{1,9})(s|m|h)?$/.exec(text) ?? [];
  if (digits === undefined || Number(digits) === 0)
    throw new UsageError(`found --budget "${text}", expected a time as 30s, 5m or 2h, or a number of tokens`);
  const scale = { s: 1, m: 60, h: 3600 };
  return unit === undefined
    ? { tokens: Number(digits), seconds: undefined }
    : { tokens: undefined, seconds: Number(digits) * scale[unit as keyof typeof scale] };
};
