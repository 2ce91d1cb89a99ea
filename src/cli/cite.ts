import { algorithms } from "../core/algorithms/registry.ts";
import { bibtex, citedAlgorithm, citedTheorem } from "../system/bibtex.ts";
import { packageRoot } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { editionOf } from "../system/spec.ts";
import { UsageError } from "../system/usage.ts";
import { parseOptions } from "./parse-options.ts";

/** What `lossless cite --help` says. */
export const citeHelp = `lossless cite ID

Prints a BibTeX entry for the specification of an algorithm, or for one of its theorems: address, version, commit, a hash
of the source and of the statements, date. What is not known is left out.

Examples
  lossless cite tli               the algorithm
  lossless cite tli_lossless      a theorem
`;

/** `lossless cite`. */
export function cite(args: string[], io: Io): number {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean", default: false, short: "h" } },
  });
  if (values.help) {
    io.out(citeHelp);
    return 0;
  }
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new UsageError(`found ${positionals.length} names, expected one algorithm or theorem`);
  const owner = algorithms.find(({ id, theorems }) => id === name || theorems.includes(name));
  if (owner === undefined)
    throw new UsageError(`found "${name}", expected a theorem or one of ${algorithms.map(({ id }) => id).join(", ")}`);
  const cited = owner.id === name ? citedAlgorithm(name) : citedTheorem(owner.id, name);
  io.out(`${bibtex(cited, editionOf(packageRoot()))}\n`);
  return 0;
}
