import { join } from "node:path";
import { describeError } from "../system/describe-error.ts";
import { packageRoot, readText } from "../system/files.ts";
import type { Io } from "../system/io.ts";
import { UsageError } from "../system/usage.ts";
import { BAD_INPUT } from "./exit.ts";

type Run = (args: readonly string[], io: Io) => Promise<number>;

/** Each command is loaded when it is asked for: all of them together take seconds. */
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  verify: async () => (await import("./verify.ts")).verify,
  profile: async () => (await import("./profile.ts")).profile,
  mutants: async () => (await import("./mutants.ts")).mutants,
  generate: async () => (await import("./generate.ts")).generate,
  bench: async () => (await import("./bench.ts")).bench,
  check: async () => (await import("./check.ts")).check,
  cite: async () => (await import("./cite.ts")).cite,
  experiment: async () => (await import("./experiment.ts")).experiment,
  init: async () => (await import("./init.ts")).init,
  explain: async () => (await import("./explain.ts")).explain,
};

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
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined)
      throw new UsageError(`found the command "${name}", expected one of ${Object.keys(COMMANDS).join(", ")}`);
    return await (await load())(args, io);
  } catch (error) {
    io.progress("");
    io.err(`lossless: ${describeError(error, io.debug ?? false)}\n`);
    return BAD_INPUT;
  }
}

const listOfCommands = async (): Promise<string> => {
  const { TABLES } = await import("./tables/all.ts");
  const first = Object.keys(COMMANDS).flatMap((name) => TABLES.find((table) => table.name === name) ?? []);
  const lines = first.map(({ name, usage, summary }) => {
    const [way = ""] = usage.length === 1 ? usage : [usage.map((line) => line.split(" ")[0]).join("|")];
    return `  ${`lossless ${name} ${way.replace(/ ?\[.*$/, "")}`.trimEnd().padEnd(36)} ${summary}`;
  });
  return `lossless: does a speculative-decoding algorithm preserve the target model's output law?

${lines.join("\n")}

lossless COMMAND --help says more; lossless --version says which version this is.
`;
};

const version = (): string => JSON.parse(readText(join(packageRoot(), "package.json"))).version;
