import { rational } from "../core/num/rational.ts";
import type { World } from "../core/worlds/world.ts";
import { printFindings } from "../faults/findings/print.ts";
import { isModule } from "../modules/load-algorithm.ts";
import { moduleWorlds } from "../modules/module-worlds.ts";
import { certificateOf, certify } from "../system/certify.ts";
import { builtInWorlds, readWorld } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { UsageError } from "../system/usage.ts";
import { MODEL_OPTIONS } from "./model-options.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { verifyTable } from "./tables/verify.ts";
import { verifyModels } from "./verify-models.ts";
import { verifyModule } from "./verify-module.ts";
import { verifyWorlds } from "./verify-worlds.ts";

/** Worlds of which each has a table of its own; more are shown as a matrix. */
const MOST_TABLES = 3;

/** Whether an argument makes sense for real models only. */
const isOfModels = (arg: string): boolean => {
  const [name = ""] = arg.split("=");
  return ["contexts", ...Object.keys(MODEL_OPTIONS)].some((option) => name === `--${option}`);
};

/** `lossless verify`. */
export async function verify(args: readonly string[], io: Io): Promise<number> {
  const certificate = certificateOf(args);
  if (certificate !== undefined) return certify(certificate.file, certificate.others, io, verify);
  if (args.some(isOfModels)) return verifyModels(args, io);
  return run(verifyTable, args, io, ({ values, words }) => verifyIn(values, words, io));
}

const verifyIn = (values: Values<typeof verifyTable.options>, words: readonly string[], io: Io) => {
  const { algorithm, tier, seed, workers, json } = values;
  if (values.findings) return printFindings(io, json);
  const places = (files: readonly string[]) =>
    files.map((file) => ({ file, ...withLookahead(readWorld(rational, file), values.lookahead) }));
  if (isModule(algorithm)) {
    if (tier === "oracle") {
      throw new UsageError(
        "found --tier oracle with a module, expected enumeration, symbolic or statistics: the oracle compares with functions of theorems, and none is about this module",
      );
    }
    const count = values.random ?? 0;
    const files = words.length > 0 || count > 0 ? words : moduleWorlds();
    return verifyModule({ module: algorithm, tier, seed }, places(files), count, json, io);
  }
  if (values.random !== undefined) throw new UsageError("found --random, expected it with a module of your own");
  const named = words.length > 0;
  const worlds = places(named ? words : builtInWorlds());
  const shown = json ? "json" : values.verbose || worlds.length <= MOST_TABLES ? "tables" : "matrix";
  return verifyWorlds({ algorithm, tier, seed, workers, worlds, named, shown }, io);
};

const withLookahead = <W>(world: World<W>, lookahead: number | undefined): World<W> =>
  lookahead === undefined ? world : { ...world, lookahead };
