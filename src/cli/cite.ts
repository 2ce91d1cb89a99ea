import { algorithms } from "../core/algorithms/registry.ts";
import { bibtex, citedAlgorithm, citedTheorem } from "../system/bibtex.ts";
import { packageRoot } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { editionOf } from "../system/spec.ts";
import { UsageError } from "../system/usage.ts";
import { run } from "./table/command.ts";
import { citeTable } from "./tables/cite.ts";

/** `lossless cite`. */
export function cite(args: readonly string[], io: Io): Promise<number> {
  return run(citeTable, args, io, async ({ words }) => {
    io.out(`${entryOf(words)}\n`);
    return 0;
  });
}

const entryOf = (words: readonly string[]): string => {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0)
    throw new UsageError(`found ${words.length} names, expected one algorithm or theorem`);
  const owner = algorithms.find(({ id, theorems }) => id === name || theorems.includes(name));
  if (owner === undefined)
    throw new UsageError(`found "${name}", expected a theorem or one of ${algorithms.map(({ id }) => id).join(", ")}`);
  const cited = owner.id === name ? citedAlgorithm(name) : citedTheorem(owner.id, name);
  return bibtex(cited, editionOf(packageRoot()));
};
