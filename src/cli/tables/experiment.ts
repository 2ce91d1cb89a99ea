import { command } from "../table/command.ts";
import { value } from "../table/option.ts";
import { SEED, text, workersOption } from "../table/readers.ts";

/** `lossless experiment`. */
export const experimentTable = command({
  name: "experiment",
  usage: ["list", "run NAME [--shard i/n] [--workers N] [--seed N] [--out FILE]", "merge FILE … [--out FILE]"],
  summary: "experiments on grids: all cores, several machines, resumable",
  about: `An experiment is a grid of points and a function from a point to a row. Rows go to a file of JSON lines (JSON objects, one a line; the first line says what they are rows of). What was found by sampling has its 95 % interval beside it ("low", "high"); all else is exact, in fractions or doubles as "how" says.

  run      appends the missing rows, on all cores. Killed at any moment, the same command goes on where it was; the
           finished file has the same bytes for any number of workers and any interruptions. FILE.lock keeps a second
           run away from the same file; the lock of a run that was killed on this host is taken over
  merge    joins the files of all shards into what one run of the whole writes; every row is checked against the grid
           and the experiment's columns, and rows of another version of this package are refused
  list     names the experiments and their questions`,
  words: true,
  options: {
    shard: value("i/n", "only every n-th point, from the i-th: for n machines (default 1/1)", text),
    workers: workersOption("threads (default: all cores)", (processors) => processors),
    seed: value("N", "another seed than the experiment's own: the same seed gives the same rows", SEED),
    out: value("FILE", "where rows go (default NAME.jsonl, for a shard NAME.i-of-n.jsonl)", text),
  },
  notes: "Exit status: 0 when the rows are complete, 2 for bad input or usage.",
  examples: [
    ["run tokens-a-round", "all of it, here"],
    ["run tokens-a-round --shard 2/8", "on the second of eight machines"],
    ["merge tokens-a-round.*-of-8.jsonl", "the shards into one file"],
  ],
});
