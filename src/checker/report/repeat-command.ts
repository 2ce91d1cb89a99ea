import { quoted } from "./text.ts";

/** What of a check must be said again to repeat it. */
export interface Repeatable {
  readonly adapter: readonly string[];
  readonly seed: number;
  readonly tokens: number | undefined;
  readonly worlds: readonly string[];
  readonly stopAtFirst: boolean;
  readonly passEnv: readonly string[];
}

/** The command that repeats the check of one algorithm, or of all. */
export function repeatCommand(
  { adapter, seed, tokens, worlds, stopAtFirst, passEnv }: Repeatable,
  algorithm: string | undefined,
): string {
  return [
    "lossless check",
    ...(algorithm === undefined ? [] : [`--algorithm ${quoted(algorithm)}`]),
    `--seed ${seed}`,
    ...(tokens === undefined ? [] : [`--budget ${tokens}`]),
    ...(stopAtFirst ? ["--stop-at-first"] : []),
    ...worlds.map((file) => `--world ${quoted(file)}`),
    ...passEnv.map((name) => `--pass-env ${quoted(name)}`),
    ...adapter.map(quoted),
  ].join(" ");
}
