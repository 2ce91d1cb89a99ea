import type { Command } from "./command.ts";
import { partsOf, saidOf, writtenOption } from "./help.ts";

/** The reference page of all commands, in Markdown, from their tables. */
export function referenceOf(commands: readonly Command[]): string {
  return `# The command line\n\n${commands.map(section).join("\n\n")}\n`;
}

const section = ({ name, usage, summary, about, options, notes, examples }: Command): string =>
  [
    `## lossless ${name}`,
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    fenced(usage.map((line) => `lossless ${name} ${line}`.trimEnd())),
    ...prose(about),
    ...(Object.keys(options).length === 0 ? [] : [optionTable(options)]),
    ...prose(notes ?? ""),
    ...(examples.length === 0 ? [] : [fenced(examples.map(([rest, what]) => `lossless ${name} ${rest}  # ${what}`))]),
  ].join("\n\n");

const optionTable = (options: Command["options"]): string => {
  const rows = Object.entries(options).map(
    ([name, option]) => `| \`${writtenOption(name, option)}\` | ${cell(saidOf(option))} |`,
  );
  return ["| option | what it does |", "|---|---|", ...rows].join("\n");
};

const cell = (text: string): string => escaped(text).replaceAll("|", "\\|").replaceAll("\n", "<br>");

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const prose = (text: string): string[] =>
  text === ""
    ? []
    : text
        .split("\n\n")
        .flatMap(partsOf)
        .map((part) => (part.fixed ? fenced([part.text]) : escaped(part.text)));

const fenced = (lines: readonly string[]): string => ["```", ...lines, "```"].join("\n");
