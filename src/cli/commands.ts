import type { Io } from "../system/io.ts";
import { UsageError } from "../system/usage.ts";
import { describeError } from "./describe-error.ts";
import { BAD_INPUT } from "./exit.ts";

const help = `lossless: does a speculative-decoding algorithm preserve the target model's output law?

  lossless verify [world.json …]         exact verdicts, on toy worlds, on real text, on your own
  lossless profile TARGET DRAFTER        a real tokenizer pair: overlap, cost of ψ, which algorithm suits
  lossless mutants [id …]                the kill matrix: known faults and controls, and which tier sees them
  lossless generate --prompt TEXT        continue a text with real models, in fewer passes of the target
  lossless bench                         how much faster real models decode with a drafter, and why not more
  lossless check ADAPTER                 anybody's decoder, in any language, as a black box
  lossless experiment list|run|merge     experiments on grids: all cores, several machines, resumable
  lossless cite ID                       a BibTeX entry of an algorithm or a theorem, with version, commit and hash

lossless COMMAND --help says more.
`;

type Command = (args: string[], io: Io) => Promise<number> | number;

/** Each command is loaded when it is asked for: all of them together take seconds. */
const commands: Record<string, () => Promise<Command>> = {
  verify: async () => (await import("./verify.ts")).verify,
  profile: async () => (await import("./profile.ts")).profile,
  mutants: async () => (await import("./mutants.ts")).mutants,
  generate: async () => (await import("./generate.ts")).generate,
  bench: async () => (await import("./bench.ts")).bench,
  check: async () => (await import("./check.ts")).check,
  cite: async () => (await import("./cite.ts")).cite,
  experiment: async () => (await import("./experiment.ts")).experiment,
};

/**
 * The command line: runs a command and returns the exit status. Whatever is thrown ends in one line on standard error and
 * status 2, never in a status that means a finding.
 */
export const main = async ([name, ...args]: readonly string[], io: Io): Promise<number> => {
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      io.out(help);
      return name === undefined ? BAD_INPUT : 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined)
      throw new UsageError(`found the command "${name}", expected one of ${Object.keys(commands).join(", ")}`);
    return await (await load())(args, io);
  } catch (error) {
    io.progress("");
    io.err(`lossless: ${describeError(error, io.debug ?? false)}\n`);
    return BAD_INPUT;
  }
};
