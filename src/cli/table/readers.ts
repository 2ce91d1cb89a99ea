import { availableParallelism } from "node:os";
import { type Option, type Reader, value } from "./option.ts";

/** Any text, also an empty one. */
export const text: Reader<string> = { expected: "a text", read: (given) => given };

/** A whole number, in digits. */
export function whole(least: number, most: number): Reader<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    read: (given) => between(/^\d{1,9}$/, given, least, most),
  };
}

/** A decimal number. */
export function decimal(least: number, most: number): Reader<number> {
  return {
    expected: `a number from ${least} to ${most}`,
    read: (given) => between(/^\d{1,9}(\.\d{1,9})?$/, given, least, most),
  };
}

const between = (form: RegExp, given: string, least: number, most: number): number | undefined => {
  const number = form.test(given) ? Number(given) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

/** The seed of all sampling. */
export function seedOption(help = "the same seed gives the same rows", usual = "1"): Option<number> {
  return value("N", help, SEED, usual);
}

export const SEED: Reader<number> = {
  expected: "a whole number below 1000000000",
  read: (given) => between(/^\d{1,9}$/, given, 0, 999_999_999),
};

/** No machine that we know has more. */
const MOST_WORKERS = 1024;

/** The number of threads; without the option as many as `usual` says of the processors. */
export function workersOption(help: string, usual: (processors: number) => number): Option<number> {
  const option = value("N", help, whole(1, MOST_WORKERS));
  return { ...option, read: (given, name) => option.read(given, name) ?? usual(availableParallelism()) };
}

/** How many tokens a round drafts, at most. */
export const LOOKAHEAD = whole(1, 64);
