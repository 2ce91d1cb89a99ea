import { UsageError } from "../../system/usage.ts";

/** What the command line holds for an option. */
export type Given = string | boolean | readonly (string | boolean)[] | undefined;

/** One option of a command: how it is written, what help says of it, and how its text is read. */
export interface Option<T = unknown> {
  /** What stands for its value in help; empty for a switch. */
  readonly value: string;
  /** Lines of help; each is wrapped. */
  readonly help: string;
  /** The text that it has where nothing is given. */
  readonly usual?: string;
  /** It may be given several times. */
  readonly many?: true;
  readonly short?: string;
  read(given: Given, name: string): T;
}

export type Options = Readonly<Record<string, Option>>;

/** The values of a command's options. */
export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** Reads the text of a value. */
export interface Reader<T> {
  /** What a refusal says that was expected. */
  readonly expected: string;
  /** How a refusal calls the option; its name where this is left out. */
  readonly called?: string;
  /** The value, or undefined where the text is none. */
  read(text: string): T | undefined;
}

/** An option that is given or not. */
export function flag(help: string): Option<boolean> {
  return { value: "", help, read: (given) => given === true };
}

/** An option with a value; without `usual` it may be missing. */
export function value<T>(name: string, help: string, reader: Reader<T>): Option<T | undefined>;
export function value<T>(name: string, help: string, reader: Reader<T>, usual: string): Option<T>;
export function value<T>(name: string, help: string, reader: Reader<T>, usual?: string): Option<T | undefined> {
  const read = (given: Given, option: string): T | undefined => {
    const text = typeof given === "string" ? given : usual;
    return text === undefined ? undefined : readText(reader, text, option);
  };
  return { value: name, help, ...(usual === undefined ? {} : { usual }), read };
}

/** An option that may be given several times. */
export function values<T>(name: string, help: string, reader: Reader<T>): Option<readonly T[]> {
  const read = (given: Given, option: string): readonly T[] =>
    (Array.isArray(given) ? given : []).map((text) => readText(reader, String(text), option));
  return { value: name, help, many: true, read };
}

/** An option with several values, commas between them. */
export function list<T>(name: string, help: string, reader: Reader<T>): Option<readonly T[] | undefined>;
export function list<T>(name: string, help: string, reader: Reader<T>, usual: string): Option<readonly T[]>;
export function list<T>(
  name: string,
  help: string,
  reader: Reader<T>,
  usual?: string,
): Option<readonly T[] | undefined> {
  const read = (given: Given, option: string): readonly T[] | undefined =>
    (typeof given === "string" ? given : usual)?.split(",").map((text) => readText(reader, text, option));
  return { value: name, help, ...(usual === undefined ? {} : { usual }), read };
}

const readText = <T>(reader: Reader<T>, text: string, option: string): T => {
  const found = reader.read(text);
  if (found !== undefined) return found;
  throw new UsageError(`found ${reader.called ?? `--${option}`} "${text}", expected ${reader.expected}`);
};
