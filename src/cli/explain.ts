import { printable } from "../core/vocab/printable.ts";
import { GLOSSARY, type Term } from "../evidence/glossary.ts";
import { edits } from "../system/edits.ts";
import type { Io } from "../system/io.ts";
import { UsageError } from "../system/usage.ts";
import { run } from "./table/command.ts";
import { wrapped } from "./table/help.ts";
import { explainTable } from "./tables/explain.ts";

/** How many near words are named. */
const NEAREST = 3;
const LONGEST = 40;
const WIDTH = 80;

/** `lossless explain`. */
export function explain(args: readonly string[], io: Io): Promise<number> {
  return run(explainTable, args, io, ({ words }) => {
    if (words.length === 0) io.out(`${GLOSSARY.map(({ term }) => term).join("\n")}\n`);
    else io.out(`${said(termOf(words.join(" ")))}\n`);
    return 0;
  });
}

const said = ({ term, also = [], says }: Term): string =>
  [[term, ...also].join(", "), ...wrapped(says, WIDTH - 2).map((line) => `  ${line}`)].join("\n");

const namesOf = ({ term, also = [] }: Term): string[] => [term, ...also].map(folded);

const folded = (word: string): string => word.trim().toLowerCase();

const termOf = (word: string): Term => {
  // A term stands before another way to write one: "T" is the target, "TV" the distance.
  const found = GLOSSARY.find(({ term }) => folded(term) === folded(word));
  const other = found ?? GLOSSARY.find((one) => namesOf(one).includes(folded(word)));
  if (other !== undefined) return other;
  const by = GLOSSARY.map((one) => ({
    term: one.term,
    at: Math.min(...namesOf(one).map((name) => edits(name, folded(word).slice(0, LONGEST)))),
  }));
  const near = by.sort((a, b) => a.at - b.at).slice(0, NEAREST);
  throw new UsageError(
    `found the term "${printable(word, 40)}", expected one of the list (lossless explain); near: ${near.map(({ term }) => term).join(", ")}`,
  );
};
