import { quoted } from "../../checker/report/text.ts";
import type { CheckOptions } from "./options.ts";

/** The command that repeats the check of one algorithm, or of all. */
export function repeatCommand(
  { adapter, seed, tokens, worlds, stopAtFirst, passEnv }: CheckOptions,
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
