import { expect, test } from "vitest";
import { paperFindings } from "../../src/faults/findings/paper.ts";
import { runCommand } from "./models-io.ts";

test("every finding is printed with its claim and an exact counterexample, for people and as JSON", async () => {
  const { status, out, err } = await runCommand("verify", "--findings");
  expect([status, err]).toEqual([0, ""]);
  const rows = JSON.parse((await runCommand("verify", "--findings", "--json")).out);
  expect(rows).toHaveLength(paperFindings.length);
  for (const { id, claim, counterexample } of rows) {
    expect(counterexample.length).toBeGreaterThan(0);
    const lines = [`${id}: not so`, `  claim  ${claim}`, ...counterexample.map((line: string) => `  ${line}`)];
    expect(out).toContain(lines.join("\n"));
    expect(counterexample.join(" ")).toMatch(/\d/);
  }
});
