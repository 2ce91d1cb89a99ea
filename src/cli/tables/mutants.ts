import { rates } from "../../faults/kill-matrix/statistics.ts";
import { command } from "../table/command.ts";
import { flag, value } from "../table/option.ts";
import { seedOption, text, workersOption } from "../table/readers.ts";

/** `lossless mutants`. */
export const mutantsTable = command({
  name: "mutants",
  usage: ["[id …] [--json] [--save FILE] [--seed N] [--workers N]"],
  summary: "the kill matrix: known faults and controls, and which tier sees them",
  about: `The kill matrix: known faults of speculative decoders, and correct code that looks faulty, against the tiers of this laboratory, all in one fixed bed of small worlds. Without ids, all of them.

  law        a fault that changes the output law: enumeration must refute it in some world, so must the comparison with
             the proved functions where they can run, and statistics must kill it
             within the sample size planned for its own gap (alpha ${rates.alpha}, power ${rates.power})
  contract   a fault that breaks another promise (length, ids, reports, reproducibility, passes): its check must find it
  control    nothing is wrong: every tier must stay silent in every world`,
  words: true,
  options: {
    json: flag(
      'prints an array of { mutant, source, kind, wounds, mechanism, documented, tiers, samples, gap, world, what, seed }; tiers maps each tier to killed, survived, silent or "not applicable"; gap is the exact total variation between what the mutant and what the target generate in the world and the experiment that were sampled',
    ),
    save: value("FILE", "writes that array into a file beside the table on the screen", text),
    seed: seedOption("the seed of all sampling", "20260101"),
    workers: workersOption(
      "threads; the rows are the same for any number (default: one a processor, 8 at most)",
      (processors) => Math.min(8, processors),
    ),
  },
  notes: "Exit status: 0 no survivor and no false alarm, 1 otherwise, 2 bad usage.",
  examples: [["fresh-target-draw", "one fault alone"]],
});
