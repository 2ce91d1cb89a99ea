import { isTier, TIER_NAMES, type TierName } from "../../evidence/tiers/tier-name.ts";
import { command } from "../table/command.ts";
import { flag, type Reader, value } from "../table/option.ts";
import { LOOKAHEAD, seedOption, text, whole, workersOption } from "../table/readers.ts";

const TIER: Reader<TierName> = {
  called: "the tier",
  expected: `one of ${Object.keys(TIER_NAMES).join(", ")}`,
  read: (given) => (isTier(given) ? given : undefined),
};

/** `lossless verify`, in worlds. */
export const verifyTable = command({
  name: "verify",
  usage: ["[world.json …] [options]"],
  summary: "exact verdicts, on toy worlds, on real text, on your own",
  about:
    "Is the law of an algorithm's output exactly the target's? Without files, the built-in worlds are verified. The words of the answers (gap, horizon, context …) are explained by lossless explain.",
  words: true,
  options: {
    algorithm: value("NAME", "an id, a module of your own (file.ts), or all that claim to be lossless", text, "all"),
    tier: value(
      "TIER",
      `enumeration: exact rationals, gap exactly 0, one world
symbolic: one round (two of an algorithm that carries state), for all real laws over the world's token strings; at most 3 tokens with text a side and lookahead 2
oracle: the code's whole law of a round equals that of the functions in the theorems, extracted from the proofs; proved or refuted for the contexts named, unknown where too large; built-in worlds that are too large are left out
statistics: samples whole generations; consistent, with its rates, or refuted`,
      TIER,
      "enumeration",
    ),
    seed: seedOption("for statistics, and the search of symbolic: the same seed gives the same rows"),
    workers: workersOption(
      "threads that statistics draws in; the rows are the same for any number (default: one a processor, 8 at most)",
      (processors) => Math.min(8, processors),
    ),
    lookahead: value("N", "draft N tokens a round instead of what the world says (1 to 64)", LOOKAHEAD),
    random: value(
      "N",
      "a module also in N worlds that fast-check makes of the seed; one that refutes it is shrunk and printed",
      whole(1, 10_000),
    ),
    findings: flag("print where published statements fail, each with an exact counterexample"),
    verbose: flag("a table for each world, also where there are many"),
    certificate: value(
      "FILE",
      "also writes what was found, with hashes of all files and the command; alone, checks it again",
      text,
    ),
    json: flag("one array of rows on standard output, with fractions"),
  },
  notes: `A row is proved, refuted (with the shortest witness) or unknown (with the reason). Its scope begins with "every horizon", "horizon ≤ n" or "all real laws". More than three worlds are shown as a matrix: a line for each algorithm, a sign for each world; whatever is not proved for every horizon is spelt out below.

Exit status: 0 none refuted or unknown, 1 some refuted, 2 bad input or usage, or a module refused, 3 none refuted, some unknown, or nothing tested, 130 interrupted: what was settled is printed, the row in work is not.

A module is tried on the worlds in which known faults show and on the built-in ones, each line printed as it is settled. It runs in a process of its own, nothing that it says of itself is believed, and after every proof it is sampled in another process. The last line says what none of the worlds could show. The guide "Prove your algorithm" has the details.`,
  examples: [
    ["", "the built-in worlds"],
    ["world.json --algorithm slrs", "one algorithm in one world"],
    ["--algorithm mine.ts", "your own algorithm, on all worlds that it fits"],
    ["--contexts 3 --top-k 16", "real models; lossless verify --target DIR --help says more"],
  ],
});
