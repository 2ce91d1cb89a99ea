import { describe, expect, test } from "vitest";
import { main } from "../../../src/cli/commands.ts";
import { command, parse, run } from "../../../src/cli/table/command.ts";
import { helpOf, writtenOption } from "../../../src/cli/table/help.ts";
import { flag, value } from "../../../src/cli/table/option.ts";
import { seedOption, whole } from "../../../src/cli/table/readers.ts";
import { referenceOf } from "../../../src/cli/table/reference.ts";
import { TABLES } from "../../../src/cli/tables/all.ts";
import { UsageError } from "../../../src/system/usage.ts";
import { runCommand } from "../models-io.ts";

const table = command({
  name: "paint",
  usage: ["[wall …] [options]"],
  summary: "paint walls",
  about: "Paints\nwalls.\n\nColours are\n  red    <warm>\n  blue   cold",
  words: true,
  options: {
    coats: value("N", "how often", whole(1, 9), "2"),
    "with-a-very-long-name": flag(`${"word ".repeat(24)}end`),
    seed: seedOption(),
  },
  notes: "Exit status: 0.",
  examples: [
    ["", "all walls"],
    ["north --coats 3", "one wall"],
  ],
});

const io = () => {
  const said = { out: "" };
  const write = (text: string) => {
    said.out += text;
  };
  return { said, out: write, err: () => {}, progress: () => {}, now: () => 0 };
};

describe("from one table", () => {
  test("command lines are read", () => {
    expect(parse(table, ["north", "--coats", "3", "south"])).toEqual({
      values: { coats: 3, "with-a-very-long-name": false, seed: 1 },
      words: ["north", "south"],
    });
    for (const args of [["--colour"], ["--coats"], ["--seed=x"], ["--coats=10"]])
      expect(() => parse(table, args)).toThrow(UsageError);
    expect(() => parse({ ...table, words: false }, ["north"])).toThrow(UsageError);
    // Help is given before anything is refused.
    expect(parse(table, ["-h", "--coats=10"])).toBe("help");
  });
  test("help is made: prose is wrapped, lists stay, defaults are named", async () => {
    const { said, ...streams } = io();
    expect(await run(table, ["--help"], streams, () => 7)).toBe(0);
    expect(said.out).toBe(`lossless paint [wall …] [options]

Paints walls.

Colours are
  red    <warm>
  blue   cold

  --coats N          how often (default 2)
  --with-a-very-long-name
                     ${"word ".repeat(19).trimEnd()}
                     ${"word ".repeat(5)}end
  --seed N           the same seed gives the same rows (default 1)

Exit status: 0.

Examples
  lossless paint                   all walls
  lossless paint north --coats 3   one wall
`);
    expect(await run(table, [], streams, () => 7)).toBe(7);
  });
  test("a reference page is made", () => {
    const page = referenceOf([table]);
    expect(page).toContain("## lossless paint\n\nPaint walls.\n\n```\nlossless paint [wall …] [options]\n```");
    expect(page).toContain("| `--coats N` | how often (default 2) |");
    expect(page).toContain("```\n  red    <warm>\n  blue   cold\n```");
  });
});

describe("all commands", () => {
  const tables = TABLES;
  test("say in their help every option that they have, and nothing runs", async () => {
    for (const one of tables) {
      const help = helpOf(one);
      for (const [name, option] of Object.entries(one.options)) {
        expect(help).toContain(`\n  ${writtenOption(name, option)}`);
        expect(option.help).not.toBe("");
      }
      for (const line of help.split("\n")) expect([...line].length).toBeLessThanOrEqual(120);
      if (one.name === "verify") continue;
      expect(await runCommand(one.name, "--help")).toEqual({ status: 0, out: help, err: "" });
    }
  });
  test("have examples that their own tables read", () => {
    for (const one of tables) {
      for (const [rest] of one.examples) {
        if (one.name === "check" || rest.includes("--contexts")) continue;
        const words = [...rest.matchAll(/"([^"]*)"|\S+/g)].map(([whole, inner]) => inner ?? whole);
        expect(() => parse(one, words)).not.toThrow();
      }
    }
  });
  test("are listed, each on a line", async () => {
    const { status, out } = await runCommand("--help");
    expect(status).toBe(0);
    for (const { name, summary } of tables)
      if (summary !== "the same with real models, on contexts of real text")
        expect(out).toMatch(new RegExp(`\\n  lossless ${name}\\b.* ${summary}\\n`));
    expect((await runCommand()).status).toBe(2);
  });
});

test("the version is the package's", async () => {
  const { default: json } = await import("../../../package.json", { with: { type: "json" } });
  for (const args of [["--version"], ["-V"]])
    expect(await runCommand(...args)).toEqual({ status: 0, out: `${json.version}\n`, err: "" });
  expect(await main(["--versions"], io())).toBe(2);
});
