import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { mutants } from "../../src/cli/mutants.ts";
import { helpOf } from "../../src/cli/table/help.ts";
import { mutantsTable } from "../../src/cli/tables/mutants.ts";
import { readable } from "../../src/system/table.ts";
import { UsageError } from "../../src/system/usage.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-matrix-"));
afterAll(() => rmSync(folder, { recursive: true }));
const run = async (...args: string[]) => {
  const said = { out: "", steps: [] as string[] };
  let time = 0;
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: () => undefined,
    progress: (line: string) => void said.steps.push(line),
    now: () => 1500 * time++,
  };
  return { status: await mutants(args, io), ...said };
};

test("one fault: its row in a table, what was found, and the same row as JSON in a file", async () => {
  const file = join(folder, "rows.json");
  const { status, out, steps } = await run("fresh-target-draw", "--save", file, "--seed", "7");
  expect([status, steps]).toEqual([0, ["1 of 1: fresh-target-draw", ""]]);
  const [title, header, line, empty, summary, end] = out.split("\n");
  expect([title, empty, end]).toEqual(["law (1)", "", ""]);
  expect(header).toMatch(/^ {2}mutant +wounds +oracle +enumeration +statistics +contract +gap +samples +world$/);
  const [row] = JSON.parse(readFileSync(file, "utf8"));
  expect(row).toMatchObject({ mutant: "fresh-target-draw", kind: "law", seed: 7 });
  for (const part of [row.mutant, row.wounds, "killed", readable(row.gap), row.samples.toLocaleString("en"), row.world])
    expect(line).toContain(part);
  expect(summary).toBe("1 mutant (1 law, 0 contract, 0 control): no survivor; no false alarm; seed 7, 1.5 s");
  const json = await run("fresh-target-draw", "--seed", "7", "--json");
  expect(json.out).toBe(readFileSync(file, "utf8"));
});

test("a fault of contract that changes no law has no gap", async () => {
  const { status, out } = await run("budget-overrun");
  expect(status).toBe(0);
  expect(out).toMatch(/^contract \(1\)\n/);
  expect(out).toMatch(/\n {2}budget-overrun +sd +not applicable +killed +killed +killed +- +1,500 +five-tokens\n/);
  expect(out).toContain("1 mutant (0 law, 1 contract, 0 control): no survivor; no false alarm; seed 20260101, 1.5 s\n");
});

test("help, and what is refused before any work", async () => {
  expect(await run("-h")).toEqual({ status: 0, out: helpOf(mutantsTable), steps: [] });
  await expect(run("nope")).rejects.toThrow(new UsageError('found the mutant "nope", expected one of the list'));
  await expect(run("fresh-target-draw", "nope")).rejects.toThrow('found the mutant "nope"');
  for (const seed of ["x", "", "1x", "x1", "1234567890", "1.5"])
    await expect(run(`--seed=${seed}`)).rejects.toThrow(
      new UsageError(`found --seed "${seed}", expected a whole number below 1000000000`),
    );
  await expect(run("fresh-target-draw", "--workers", "0")).rejects.toThrow('found --workers "0"');
  await expect(run("fresh-target-draw", "--save", folder)).rejects.toThrow("found a directory");
  writeFileSync(join(folder, "kept.json"), "kept");
  await expect(run("nope", "--save", join(folder, "kept.json"))).rejects.toThrow();
  expect(readFileSync(join(folder, "kept.json"), "utf8")).toBe("kept");
});
