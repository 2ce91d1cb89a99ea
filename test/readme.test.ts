import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { main } from "../src/cli/commands.ts";
import { parse } from "../src/cli/table/command.ts";
import { TABLES } from "../src/cli/tables/all.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** A command and what stands below it. */
interface Example {
  readonly command: string;
  readonly output: string;
}

/** The commands of blocks that are marked as examples, each with its output. */
const examplesIn = (text: string): Example[] =>
  [...text.matchAll(/^```sh example\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block
      .split(/^\$ /m)
      .filter((part) => part !== "")
      .map((part) => ({
        command: part.slice(0, part.indexOf("\n")),
        output: part.slice(part.indexOf("\n") + 1),
      })),
  );

/** Does the text print what is written, where a line with an ellipsis stands for any lines? */
const agrees = (written: string, printed: string): boolean => {
  const parts = written.split(/^…\n/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`).test(printed);
};

const words = (command: string): string[] => command.replace(/^npx lossless /, "").split(" ");

const printedBy = async (command: string): Promise<string> => {
  let [out, err] = ["", ""];
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    progress: () => {},
    now: () => 0,
  };
  await main(words(command), io);
  expect(err).toBe("");
  return out;
};

test("the README has a refutation of an engine's fault and of a module on its first screen", () => {
  const screen = readme.split("\n").slice(0, 45).join("\n");
  const first = examplesIn(screen);
  expect(first.map(({ command }) => words(command)[0])).toEqual(["check", "verify"]);
  for (const { output } of first) expect(output).toContain("refuted");
  expect(screen).toContain("| you … | start here | minutes |");
  expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(8000);
});

test.each(examplesIn(readme).map(({ command, output }) => [command, output] as const))(
  "%s",
  async (command, output) => {
    expect(command).toMatch(/^npx lossless /);
    const printed = await printedBy(command);
    expect(agrees(output, printed), `README says\n${output}\nbut it prints\n${printed}`).toBe(true);
  },
);

test("every other command of the README can be read, and every link leads to a file", () => {
  const named = [...readme.matchAll(/`npx lossless ([^`]+)`/g)].map(([, command = ""]) => command.split(" "));
  expect(named.length).toBeGreaterThan(8);
  for (const [name, ...rest] of named) {
    const fitting = TABLES.filter((table) => table.name === name);
    expect(fitting).not.toEqual([]);
    // The words behind an adapter are its own.
    const readable = name === "check" ? rest.slice(0, -1) : rest;
    expect(fitting.some((table) => isRead(() => parse(table, readable)))).toBe(true);
  }
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link = ""]) => link);
  expect(links.filter((link) => !existsSync(new URL(`../${link}`, import.meta.url)))).toEqual([]);
});

const isRead = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

test("an ellipsis stands for lines, and for nothing else", () => {
  expect(agrees("a\n…\n", "a\nb\nc\n")).toBe(true);
  expect(agrees("a.\n…\nc\n", "a.\nb\nc\n")).toBe(true);
  expect(agrees("a.\n…\nc\n", "ax\nb\nc\n")).toBe(false);
  expect(agrees("a\n", "a\nb\n")).toBe(false);
});
