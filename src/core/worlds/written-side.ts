import { parseRational, type Rational, rational } from "../num/rational.ts";

/** What a person typed is not a law; where, what was found and what was expected, in one sentence. */
export class Refused extends Error {}

/** How much is read; of letters of a token 20, and of digits of a number 12. */
const MOST = { characters: 4_000, tokens: 12, rows: 12 };

const LINE = /^("(?:[^"\\]|\\.){0,20}"|\S{1,20})\s+(\d{1,12}(?:\/\d{1,12})?|\d?\.\d{1,12})(\s+stop)?$/;
const AFTER = /^after\s+("(?:[^"\\]|\\.)*"|\S{1,20}?)\s*:?$/;

/** A token as it is written: in quotes, with escapes as JSON has them, or as it is. */
const token = (text: string, where: string): string => {
  if (!text.startsWith('"')) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(`${where}: found ${shown(text)}, expected quotes and escapes as JSON has them`);
  }
};

/** A decimal as the fraction that it is: 0.25 is 25/100. */
const exact = (weight: string): string => {
  const [whole = "", places] = weight.split(".");
  return places === undefined ? weight : `${BigInt(whole + places)}/${10n ** BigInt(places.length)}`;
};

type Law = Record<string, string>;

const shown = (line: string): string => `“${line.length > 30 ? `${line.slice(0, 30)}…` : line}”`;

const checkSum = (law: Law, where: string): void => {
  const total = Object.values(law)
    .map((weight) => parseRational(weight) as Rational)
    .reduce(rational.add, rational.zero);
  if (rational.equal(total, rational.one)) return;
  const over = rational.compare(total, rational.one) > 0;
  const by = over ? rational.monus(total, rational.one) : rational.monus(rational.one, total);
  throw new Refused(
    `${where}: the probabilities add up to ${rational.print(total)}, expected 1: ${rational.print(by)} ${over ? "too much" : "is missing"}`,
  );
};

/**
 * One side of a world file from what a person writes: a token and a number on each line (`ab 3/10` or `ab 0.3`), the word `stop`
 * behind a stop token, and `after TOKEN` before the lines of the law that holds after that token.
 */
export function writtenSide(text: string): object {
  if (text.length > MOST.characters)
    throw new Refused(`found ${text.length} characters, expected at most ${MOST.characters}`);
  const first: Law = Object.create(null);
  const rows: { context: string[]; next: Law }[] = [];
  let law = first;
  let eos: string | null = null;
  text.split("\n").forEach((raw, at) => {
    const line = raw.trim();
    const where = `line ${at + 1}`;
    if (line === "") return;
    const after = AFTER.exec(line)?.[1];
    if (after !== undefined) {
      const context = token(after, where);
      if (!(context in first)) throw new Refused(`${where}: found ${shown(line)}, expected a token of the first lines`);
      if (rows.some((row) => row.context[0] === context)) throw new Refused(`${where}: ${shown(line)} is there twice`);
      if (rows.length === MOST.rows) throw new Refused(`${where}: expected at most ${MOST.rows} laws`);
      law = Object.create(null);
      rows.push({ context: [context], next: law });
      return;
    }
    const [, name, written, stop] = LINE.exec(line) ?? [];
    if (name === undefined || written === undefined) {
      throw new Refused(`${where}: found ${shown(line)}, expected a token and a number, as ab 3/10 or ab 0.3`);
    }
    const weight = exact(written);
    if (parseRational(weight) === undefined) throw new Refused(`${where}: found ${weight}, expected a fraction`);
    const label = token(name, where);
    if (label in law) throw new Refused(`${where}: the token ${shown(label)} is there twice`);
    if (law !== first && !(label in first)) {
      throw new Refused(`${where}: the token ${shown(label)} is not among the first lines`);
    }
    if (stop !== undefined && law === first) {
      if (eos !== null) throw new Refused(`${where}: a second stop token`);
      eos = label;
    }
    law[label] = weight;
  });
  const vocabulary = Object.keys(first);
  if (vocabulary.length === 0 || vocabulary.length > MOST.tokens) {
    throw new Refused(`found ${vocabulary.length} tokens, expected 1 to ${MOST.tokens}`);
  }
  checkSum(first, "the first lines");
  for (const { context, next } of rows) checkSum(next, `after ${context[0]}`);
  const model = { kind: "markov", order: rows.length > 0 ? 1 : 0, rows, otherwise: first };
  return { vocabulary, eos, tokenizer: "longest-prefix", model };
}
