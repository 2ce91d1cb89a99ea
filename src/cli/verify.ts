import { MissingRow } from "../core/models/missing-row.ts";
import { rational } from "../core/num/rational.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import type { World } from "../core/worlds/world.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { isModule } from "../modules/load-algorithm.ts";
import { moduleWorlds } from "../modules/module-worlds.ts";
import { builtInWorlds, readWorld } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { UsageError } from "../system/usage.ts";
import { chooseAlgorithms } from "./choose-algorithms.ts";
import { BAD_INPUT, exitStatus, UNKNOWN } from "./exit.ts";
import { printFindings } from "./findings.ts";
import { MODEL_OPTIONS } from "./model-options.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { verifyTable } from "./tables/verify.ts";
import { openTier } from "./tiers.ts";
import { verifyModels } from "./verify-models.ts";
import { verifyModule } from "./verify-module.ts";
import { type Row, summary, worldTable } from "./verify-report.ts";

/** Whether an argument makes sense for real models only. */
const isOfModels = (arg: string): boolean => {
  const [name = ""] = arg.split("=");
  return ["contexts", ...Object.keys(MODEL_OPTIONS)].some((option) => name === `--${option}`);
};

/** `lossless verify`. */
export async function verify(args: readonly string[], io: Io): Promise<number> {
  if (args.some(isOfModels)) return verifyModels(args, io);
  return run(verifyTable, args, io, ({ values, words }) => verifyWorlds(values, words, io));
}

const verifyWorlds = async (
  values: Values<typeof verifyTable.options>,
  positionals: readonly string[],
  io: Io,
): Promise<number> => {
  if (values.findings) return printFindings(io, values.json);
  const { tier, seed, workers } = values;
  if (isModule(values.algorithm)) {
    if (tier === "oracle") {
      throw new UsageError(
        "found --tier oracle with a module, expected enumeration, symbolic or statistics: the oracle compares with functions of theorems, and none is about this module",
      );
    }
    const count = values.random ?? 0;
    const files = positionals.length > 0 || count > 0 ? positionals : moduleWorlds();
    const places = files.map((file) => ({ file, ...withLookahead(readWorld(rational, file), values.lookahead) }));
    const question = { module: values.algorithm, tier, seed };
    return verifyModule(question, places, count, values.json, io);
  }
  if (values.random !== undefined) throw new UsageError("found --random, expected it with a module of your own");
  const files = positionals.length > 0 ? positionals : builtInWorlds();
  const worlds = files.map((file) => withLookahead(readWorld(rational, file), values.lookahead));
  const { judge, close } = await openTier(tier, seed, workers);
  const rows: Row[] = [];
  // What one world lacks costs its own rows only.
  const refusals = new Set<string>();
  let misfits = 0;
  try {
    for (const [at, world] of worlds.entries()) {
      const file = files[at] as string;
      const chosen = chooseAlgorithms(values.algorithm, world, positionals.length === 0);
      if (chosen.length === 0) misfits += 1;
      const settled: Row[] = [];
      for (const algorithm of chosen) {
        io.progress(`verifying ${world.name}: ${algorithm.id} (world ${at + 1} of ${worlds.length})`);
        try {
          settled.push(await inFile(file, () => timed(() => judge(world, algorithm, file), io)));
        } catch (error) {
          if (!(error instanceof BadInput)) throw error;
          refusals.add(error.message);
        }
      }
      io.progress("");
      rows.push(...settled);
      const title = world.about === undefined ? world.name : `${world.name}: ${world.about}`;
      if (!values.json && settled.length > 0) io.out(`${worldTable(title, settled)}\n\n`);
    }
  } finally {
    await close();
  }
  for (const message of refusals) io.err(`lossless: ${message}\n`);
  if (rows.length === 0 && refusals.size > 0) return BAD_INPUT;
  if (values.json) io.out(`${jsonText(rows)}\n`);
  else io.out(`${summary(rows)}${misfits === 0 ? "" : `; ${misfits} worlds do not fit ${values.algorithm}`}\n`);
  if (rows.length === 0) return UNKNOWN;
  const status = exitStatus(rows.map(({ verdict }) => verdict));
  return refusals.size > 0 && status !== 1 ? BAD_INPUT : status;
};

const withLookahead = <W>(world: World<W>, lookahead: number | undefined): World<W> =>
  lookahead === undefined ? world : { ...world, lookahead };

/** A context that is met only while rounds are followed may lack its row: that is the file's fault. */
export const inFile = async <A>(file: string, compute: () => Promise<A>): Promise<A> => {
  try {
    return await compute();
  } catch (error) {
    if (!(error instanceof MissingRow)) throw error;
    throw new BadInput(
      `${file} at $.${error.side}.model.rows`,
      `no row for the context "${error.context}"`,
      'one, or "otherwise"',
    );
  }
};

/** One row, with the time it took. */
export const timed = async (verdict: () => Verdict | Promise<Verdict>, io: Pick<Io, "now">): Promise<Row> => {
  const start = io.now();
  return { ...(await verdict()), seconds: Math.round(io.now() - start) / 1000 };
};
