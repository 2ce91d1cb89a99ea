import type { Command } from "./description.ts";
import type { Option, Options } from "./option.ts";

const WIDTH = 118;
/** Where the text of an option begins. */
const COLUMN = 21;

/** What `lossless NAME --help` says. */
export function helpOf({ name, usage, about, options, notes, examples }: Command): string {
  const parts = [
    usage.map((line) => `lossless ${name} ${line}`.trimEnd()).join("\n"),
    flowed(about),
    Object.entries(options)
      .map(([option, described]) => optionHelp(option, described))
      .join("\n"),
    ...(notes === undefined ? [] : [flowed(notes)]),
    ...(examples.length === 0 ? [] : [`Examples\n${examplesOf(name, examples)}`]),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The text of an option, with its default. */
export function saidOf({ help, usual }: Option): string {
  return usual === undefined ? help : `${help}${help.includes("\n") ? "\n" : " "}(default ${usual})`;
}

/** An option as it is written. */
export function writtenOption(name: string, { value, short }: Option): string {
  return `--${name}${short === undefined ? "" : `, -${short}`}${value === "" ? "" : ` ${value}`}`;
}

/** Part of a text: prose that is wrapped, or lines that stay as they are. */
export interface Part {
  readonly text: string;
  readonly fixed: boolean;
}

/** The parts of a paragraph: lines that begin with two spaces stay, those between them are one text. */
export function partsOf(paragraph: string): Part[] {
  const parts: Part[] = [];
  for (const line of paragraph.split("\n")) {
    const fixed = line.startsWith("  ");
    const last = parts.at(-1);
    if (last === undefined || last.fixed !== fixed) parts.push({ text: line, fixed });
    else parts[parts.length - 1] = { text: `${last.text}${fixed ? "\n" : " "}${line}`, fixed };
  }
  return parts;
}

const flowed = (text: string): string => text.split("\n\n").map(flowedParagraph).join("\n\n");

const flowedParagraph = (paragraph: string): string =>
  partsOf(paragraph)
    .flatMap(({ text, fixed }) => (fixed ? [text] : wrapped(text, WIDTH)))
    .join("\n");

const optionHelp = (name: string, option: Option): string => {
  const label = `  ${writtenOption(name, option)}`;
  const lines = saidOf(option)
    .split("\n")
    .flatMap((line) => wrapped(line, WIDTH - COLUMN));
  const indented = lines.map((line) => `${" ".repeat(COLUMN)}${line}`);
  if (label.length >= COLUMN) return [label, ...indented].join("\n");
  return [label.padEnd(COLUMN) + (lines[0] ?? ""), ...indented.slice(1)].join("\n");
};

const examplesOf = (name: string, examples: Command<Options>["examples"]): string => {
  const commands = examples.map(([rest]) => `  lossless ${name} ${rest}`.trimEnd());
  const widest = Math.max(...commands.map(({ length }) => length));
  return commands.map((line, at) => `${line.padEnd(widest + 3)}${examples[at]?.[1] ?? ""}`.trimEnd()).join("\n");
};

/** Lines of at most `width` characters, broken between words. */
export function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) as string;
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
