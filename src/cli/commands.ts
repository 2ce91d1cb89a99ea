import { join } from "node:path";
import { packageRoot, readText } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { UsageError } from "../system/usage.ts";
import { describeError } from "./describe-error.ts";
import { BAD_INPUT } from "./exit.ts";
import type { Command } from "./table/command.ts";

type Run = (args: readonly string[], io: Io) => Promise<number>;

/** A command's table and what runs it; each is loaded when it is asked for: all of them together take seconds. */
interface Entry {
  table(): Promise<Command>;
  run(): Promise<Run>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  verify: {
    table: async () => (await import("./tables/verify.ts")).verifyTable,
    run: async () => (await import("./verify.ts")).verify,
  },
  profile: {
    table: async () => (await import("./tables/profile.ts")).profileTable,
    run: async () => (await import("./profile.ts")).profile,
  },
  mutants: {
    table: async () => (await import("./tables/mutants.ts")).mutantsTable,
    run: async () => (await import("./mutants.ts")).mutants,
  },
  generate: {
    table: async () => (await import("./tables/generate.ts")).generateTable,
    run: async () => (await import("./generate.ts")).generate,
  },
  bench: {
    table: async () => (await import("./tables/bench.ts")).benchTable,
    run: async () => (await import("./bench.ts")).bench,
  },
  check: {
    table: async () => (await import("./tables/check.ts")).checkTable,
    run: async () => (await import("./check.ts")).check,
  },
  experiment: {
    table: async () => (await import("./tables/experiment.ts")).experimentTable,
    run: async () => (await import("./experiment.ts")).experiment,
  },
  init: {
    table: async () => (await import("./tables/init.ts")).initTable,
    run: async () => (await import("./init.ts")).init,
  },
  explain: {
    table: async () => (await import("./tables/explain.ts")).explainTable,
    run: async () => (await import("./explain.ts")).explain,
  },
};

/** The tables of all commands, that of real models behind the one for worlds. */
export async function allTables(): Promise<Command[]> {
  const tables = await Promise.all(Object.values(COMMANDS).map(({ table }) => table()));
  const { verifyModelsTable } = await import("./tables/verify-models.ts");
  return tables.flatMap((table) => (table.name === "verify" ? [table, verifyModelsTable] : [table]));
}

/**
 * The command line: runs a command and returns the exit status. Whatever is thrown ends in one line on standard error and
 * status 2, never in a status that means a finding.
 */
export async function main([name, ...args]: readonly string[], io: Io): Promise<number> {
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      io.out(await listOfCommands());
      return name === undefined ? BAD_INPUT : 0;
    }
    if (name === "--version" || name === "-V") {
      io.out(`${version()}\n`);
      return 0;
    }
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (entry === undefined)
      throw new UsageError(`found the command "${name}", expected one of ${Object.keys(COMMANDS).join(", ")}`);
    return await (await entry.run())(args, io);
  } catch (error) {
    io.progress("");
    io.err(`lossless: ${describeError(error, io.debug ?? false)}\n`);
    return BAD_INPUT;
  }
}

const listOfCommands = async (): Promise<string> => {
  const tables = await Promise.all(Object.values(COMMANDS).map(({ table }) => table()));
  const lines = tables.map(({ name, usage, summary }) => {
    const [first = ""] = usage.length === 1 ? usage : [usage.map((line) => line.split(" ")[0]).join("|")];
    return `  ${`lossless ${name} ${first.replace(/ ?\[.*$/, "")}`.trimEnd().padEnd(36)} ${summary}`;
  });
  return `lossless: does a speculative-decoding algorithm preserve the target model's output law?

${lines.join("\n")}

lossless COMMAND --help says more; lossless --version says which version this is.
`;
};

const version = (): string => JSON.parse(readText(join(packageRoot(), "package.json"))).version;
