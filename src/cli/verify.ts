import type { Verdict } from "../laws/verdict.ts";
import { MissingRow } from "../models/missing-row.ts";
import { type Rational, rational } from "../num/rational.ts";
import { printable } from "../vocab/printable.ts";
import { BadInput } from "../worlds/bad-input.ts";
import { builtInWorlds, readWorld } from "../worlds/files.ts";
import { checkLookahead } from "../worlds/parse-world.ts";
import { Reader } from "../worlds/reader.ts";
import type { World } from "../worlds/world.ts";
import { chooseAlgorithms } from "./choose-algorithms.ts";
import { exitStatus } from "./exit.ts";
import { printFindings } from "./findings.ts";
import type { Io } from "./io.ts";
import { isModule } from "./load-algorithm.ts";
import { MODEL_OPTIONS } from "./model-files/model-options.ts";
import { parseOptions } from "./parse-options.ts";
import { readable, table } from "./table.ts";
import { HOW, isTier, openTier } from "./tiers.ts";
import { UsageError } from "./usage.ts";
import { verifyModels } from "./verify-models.ts";
import { verifyModule } from "./verify-module.ts";
import { workersOf } from "./workers.ts";

/** What `lossless verify --help` says. */
export const verifyHelp = `lossless verify [world.json …] [options]

Is the law of an algorithm's output exactly the target's? Without files, the built-in worlds are verified.

  --algorithm NAME   an id, a module of your own (file.ts), or all that claim to be lossless (default: all)
  --tier TIER        enumeration: exact rationals, gap exactly 0, one world (default)
                     symbolic: one round, for all real laws over the world's token strings; at most 3 tokens with text
                     a side and lookahead 2
                     oracle: the code's whole law of a round equals that of the functions in the theorems, extracted
                     from the proofs; proved or refuted for the contexts named, unknown where too large
                     statistics: samples whole generations; consistent, with its rates, or refuted
  --seed N           for statistics, and the search of symbolic: the same seed gives the same rows (default 1)
  --workers N        threads that statistics draws in; the rows are the same for any number (default: one a processor)
  --lookahead N      draft N tokens a round instead of what the world says (1 to 64)
  --findings         print where published statements fail, each with an exact counterexample
  --json             one array of rows on standard output

A row is proved, refuted (with the shortest witness) or unknown (with the reason). Its scope begins with
"every horizon", "horizon ≤ n" or "all real laws". Exit status: 0 none refuted or unknown, 1 some refuted, 2 bad input
or usage, 3 none refuted, some unknown.

Examples
  lossless verify                                    the built-in worlds
  lossless verify world.json --algorithm slrs        one algorithm in one world
  lossless verify world.json --algorithm mine.ts     your own algorithm
  lossless verify --contexts 3 --top-k 16            real models; lossless verify --target DIR --help says more
`;

/** A verdict with the seconds it took. */
export type Row = Verdict & { readonly seconds: number };

/** Whether an argument makes sense for real models only. */
const isOfModels = (arg: string): boolean => {
  const [name = ""] = arg.split("=");
  return ["contexts", ...Object.keys(MODEL_OPTIONS)].some((option) => name === `--${option}`);
};

/** `lossless verify`. */
export const verify = async (args: string[], io: Io): Promise<number> => {
  if (args.some(isOfModels)) return verifyModels(args, io);
  const { values, positionals } = parse(args);
  if (values.help) {
    io.out(verifyHelp);
    return 0;
  }
  if (values.findings) return printFindings(io, values.json);
  const tier = values.tier;
  if (!isTier(tier)) throw new UsageError(`found the tier "${tier}", expected one of ${Object.keys(HOW).join(", ")}`);
  if (isModule(values.algorithm) && tier !== "enumeration") {
    throw new UsageError(
      `found --tier ${tier} with a module, expected enumeration, the tier for algorithms of one's own`,
    );
  }
  const [seed, workers] = [seedOf(values.seed), workersOf(values.workers)];
  const files = positionals.length > 0 ? positionals : builtInWorlds();
  const worlds = files.map((file) => withLookahead(readWorld(rational, file), values.lookahead));
  const { judge, close } = await openTier(tier, seed, workers);
  const rows: Row[] = [];
  try {
    for (const [at, world] of worlds.entries()) {
      if (isModule(values.algorithm)) {
        io.progress(`verifying ${world.name} with ${values.algorithm} (world ${at + 1} of ${worlds.length})`);
        rows.push(await verifyModule(values.algorithm, files[at] as string, world.lookahead, io));
        continue;
      }
      for (const algorithm of chooseAlgorithms(values.algorithm, world)) {
        io.progress(`verifying ${world.name}: ${algorithm.id} (world ${at + 1} of ${worlds.length})`);
        const file = files[at] as string;
        rows.push(await inFile(file, () => timed(() => judge(world, algorithm, file), io)));
      }
    }
  } finally {
    await close();
  }
  io.progress("");
  io.out(values.json ? `${JSON.stringify(rows, null, 2)}\n` : report(worlds, rows));
  return exitStatus(rows.map(({ verdict }) => verdict));
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

const report = (worlds: readonly World<Rational>[], rows: readonly Row[]): string => {
  const parts = worlds.map(({ name, about }) => {
    const of = rows.filter(({ world }) => world === name);
    const cells = of.map((row) => [
      `  ${row.algorithm}`,
      row.verdict,
      row.scope.split(";")[0] as string,
      readable(row.gap),
      readable(row.acceptance),
      readable(row.expectedTokens),
      row.contexts === null ? "-" : String(row.contexts),
      ...(row.detectable === undefined ? [] : [row.detectable.toFixed(4), String(row.samples)]),
    ]);
    const statistics = rows[0]?.tier === "statistics" ? ["detectable TV", "samples"] : [];
    const header = ["  algorithm", "verdict", "scope", "gap", "acceptance", "tokens/round", "contexts", ...statistics];
    const title = about === undefined ? name : `${name}: ${about}`;
    return [title, table(header, cells), ...of.flatMap(explain).map((line) => printable(line))].join("\n");
  });
  const count = (verdict: string): string => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`;
  const seconds = rows.reduce((total, row) => total + row.seconds, 0).toFixed(1);
  const found = ["proved", "consistent", "refuted", "unknown"].filter((verdict) =>
    rows.some((row) => row.verdict === verdict),
  );
  const how = HOW[rows[0]?.tier as keyof typeof HOW] ?? HOW.enumeration;
  const rates = rows[0]?.alpha === undefined ? "" : `; each row: false alarm ${rows[0].alpha}, power ${rows[0].power}`;
  const summary = `${rows.length} rows by ${how}: ${found.map(count).join(", ")}${rates}; ${seconds} s`;
  return `${parts.join("\n\n")}\n\n${summary}\n`;
};

/** What a row that is not proved says more. */
const explain = ({ algorithm, tier, why, witness }: Row): string[] => {
  const lines = why === undefined ? [] : [`  ${algorithm}: ${why}`];
  if (witness === undefined) return lines;
  const { prompt, tokens, target, output, path } = witness;
  return [
    ...lines,
    `  ${algorithm}: after the prompt "${prompt}" ${tier === "oracle" ? "the theorem's function" : "the target"} says ${tokens} with probability ${target}, the algorithm with ${output}`,
    ...(path.length === 0 ? [] : [`    ${path.slice(0, -1).join(" → ")}, ${path.at(-1)}`]),
  ];
};
