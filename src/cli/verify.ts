import { MissingRow } from "../core/models/missing-row.ts";
import { rational } from "../core/num/rational.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import { checkLookahead } from "../core/worlds/parse-world.ts";
import { Reader } from "../core/worlds/reader.ts";
import type { World } from "../core/worlds/world.ts";
import { HOW, isTier } from "../evidence/tiers/tier-name.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { isModule } from "../modules/load-algorithm.ts";
import { moduleWorlds } from "../modules/module-worlds.ts";
import { MODEL_OPTIONS } from "../pairs/model-files/model-options.ts";
import { certificateOf, certify } from "../system/certify.ts";
import { builtInWorlds, readWorld } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { UsageError } from "../system/usage.ts";
import { chooseAlgorithms } from "./choose-algorithms.ts";
import { BAD_INPUT, exitStatus, UNKNOWN } from "./exit.ts";
import { printFindings } from "./findings.ts";
import { parseOptions } from "./parse-options.ts";
import { openTier } from "./tiers.ts";
import { verifyModels } from "./verify-models.ts";
import { verifyModule } from "./verify-module.ts";
import { type Row, summary, worldTable } from "./verify-report.ts";
import { workersOf } from "./workers.ts";

/** What `lossless verify --help` says. */
export const verifyHelp = `lossless verify [world.json …] [options]

Is the law of an algorithm's output exactly the target's? Without files, the built-in worlds are verified.

  --algorithm NAME   an id, a module of your own (file.ts), or all that claim to be lossless (default: all)
  --tier TIER        enumeration: exact rationals, gap exactly 0, one world (default)
                     symbolic: one round (two of an algorithm that carries state), for all real laws over the world's
                     token strings; at most 3 tokens with text a side and lookahead 2
                     oracle: the code's whole law of a round equals that of the functions in the theorems, extracted
                     from the proofs; proved or refuted for the contexts named, unknown where too large
                     statistics: samples whole generations; consistent, with its rates, or refuted
  --seed N           for statistics, and the search of symbolic: the same seed gives the same rows (default 1)
  --workers N        threads that statistics draws in; the rows are the same for any number (default: one a processor)
  --lookahead N      draft N tokens a round instead of what the world says (1 to 64)
  --random N         a module also in N worlds that fast-check makes of the seed; one that refutes it is shrunk and printed
  --findings         print where published statements fail, each with an exact counterexample
  --json             one array of rows on standard output
  --certificate FILE also writes what was found, with hashes of all files and the command; alone, checks it again

A row is proved, refuted (with the shortest witness) or unknown (with the reason). Its scope begins with
"every horizon", "horizon ≤ n" or "all real laws". Exit status: 0 none refuted or unknown, 1 some refuted, 2 bad input
or usage, or a module refused, 3 none refuted, some unknown, or nothing tested.

A module is tried on the worlds in which known faults show and on the built-in ones, each line printed as it is settled.
It runs in a process of its own, nothing that it says of itself is believed, and after every proof it is sampled in
another process. The last line says what none of the worlds could show. The guide "Prove your algorithm" has the details.

Examples
  lossless verify                                    the built-in worlds
  lossless verify world.json --algorithm slrs        one algorithm in one world
  lossless verify --algorithm mine.ts                your own algorithm, on all worlds that it fits
  lossless verify --contexts 3 --top-k 16            real models; lossless verify --target DIR --help says more
`;

/** Whether an argument makes sense for real models only. */
const isOfModels = (arg: string): boolean => {
  const [name = ""] = arg.split("=");
  return ["contexts", ...Object.keys(MODEL_OPTIONS)].some((option) => name === `--${option}`);
};

/** `lossless verify`. */
export const verify = async (args: string[], io: Io): Promise<number> => {
  const certificate = certificateOf(args);
  if (certificate !== undefined) return certify(certificate.file, certificate.others, io, verify);
  if (args.some(isOfModels)) return verifyModels(args, io);
  const { values, positionals } = parse(args);
  if (values.help) {
    io.out(verifyHelp);
    return 0;
  }
  if (values.findings) return printFindings(io, values.json);
  const tier = values.tier;
  if (!isTier(tier)) throw new UsageError(`found the tier "${tier}", expected one of ${Object.keys(HOW).join(", ")}`);
  const [seed, workers] = [seedOf(values.seed), workersOf(values.workers)];
  if (isModule(values.algorithm)) {
    if (tier === "oracle") {
      throw new UsageError(
        "found --tier oracle with a module, expected enumeration, symbolic or statistics: the oracle compares with functions of theorems, and none is about this module",
      );
    }
    const count = values.random === undefined ? 0 : wholeBetween("--random", values.random, 1, 10_000);
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

const parse = (args: string[]) =>
  parseOptions({
    args,
    allowPositionals: true,
    options: {
      algorithm: { type: "string", default: "all" },
      tier: { type: "string", default: "enumeration" },
      lookahead: { type: "string" },
      seed: { type: "string" },
      random: { type: "string" },
      workers: { type: "string" },
      findings: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false, short: "h" },
    },
  });

/** Digits as a number; anything else as it is, to be refused. */
const wholeNumber = (text: string): unknown => (/^\d+$/.test(text) ? Number(text) : text);

const withLookahead = <W>(world: World<W>, text: string | undefined): World<W> =>
  text === undefined
    ? world
    : { ...world, lookahead: checkLookahead(new Reader("the command line", "--lookahead", wholeNumber(text))) };

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

const wholeBetween = (name: string, text: string, least: number, most: number): number => {
  const value = wholeNumber(text);
  if (typeof value === "number" && value >= least && value <= most) return value;
  throw new UsageError(`found ${name} "${text}", expected a whole number from ${least} to ${most}`);
};

const seedOf = (text: string | undefined): number => {
  if (text === undefined) return 1;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`found --seed "${text}", expected a whole number below 1000000000`);
  return Number(text);
};

/** One row, with the time it took. */
export const timed = async (verdict: () => Verdict | Promise<Verdict>, io: Pick<Io, "now">): Promise<Row> => {
  const start = io.now();
  return { ...(await verdict()), seconds: Math.round(io.now() - start) / 1000 };
};
