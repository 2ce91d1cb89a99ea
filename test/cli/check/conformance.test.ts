import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { READY } from "../../../src/checker/adapters/locate.ts";
import { chosenAlgorithms } from "../../../src/checker/chosen-algorithms.ts";
import { defaultLimits } from "../../../src/checker/process/limits.ts";
import type { Start } from "../../../src/checker/process/start.ts";
import { conformance } from "../../../src/checker/report/conformance.ts";
import { exitStatus } from "../../../src/cli/exit.ts";
import { helpOf } from "../../../src/cli/table/help.ts";
import { checkTable } from "../../../src/cli/tables/check.ts";
import { PASSED } from "../../../src/system/passed-environment.ts";
import { UsageError } from "../../../src/system/usage.ts";

const script = fileURLToPath(new URL("../../checker/hostile.mjs", import.meta.url));
const start = (mode: string, more: Partial<Start> = {}): Start => ({
  command: [process.execPath, script, mode],
  limits: defaultLimits,
  now: () => performance.now(),
  ...more,
});

describe("conformance to the protocol", () => {
  const tested = async (from: Start) => {
    const [said, progress] = [{ out: "", err: "" }, [] as string[]];
    const found = await conformance(from, {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      progress: (line) => {
        progress.push(line);
      },
      now: () => 0,
    });
    return { status: exitStatus([found]), ...said, progress };
  };
  test("all passed is status 0, a line each", async () => {
    const { status, out, err, progress } = await tested(start("honest"));
    expect([status, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines.slice(0, 8).every((line) => line.startsWith("passed          "))).toBe(true);
    expect(lines.slice(8)).toEqual(["", "8 checks of the protocol: 0 failed", ""]);
    expect(progress[0]).toBe("says hello and answers a ping");
    expect(progress.at(-1)).toBe("");
  });
  test("one that failed is status 2, and says what was found, shown as text", async () => {
    const { status, out } = await tested(start("negative id"));
    expect(status).toBe(2);
    expect(out).toMatch(/^failed {10}keeps budget\S* [^\n]*: budget 1 gave/m);
    expect(out).toContain("passed          takes or refuses a world\n");
    expect(out).toMatch(/8 checks of the protocol: 1 failed\n$/);
  });
  test("one that refuses every world sent nothing: status 3", async () => {
    const { status, out } = await tested(start("refuses all"));
    expect(status).toBe(3);
    expect(out).toMatch(/^not applicable {2}sends as many sequences[^\n]*: it refuses every world of this suite$/m);
    expect(out).toMatch(
      /checks of the protocol: 0 failed\nunknown: it sent no sequence, since it refuses every world of this suite\n$/,
    );
  });
  test("an interruption is said, and nothing passed", async () => {
    const { status, out, err } = await tested(start("honest", { signal: AbortSignal.abort() }));
    expect([status, err]).toEqual([3, "lossless: interrupted\n"]);
    expect(out).toBe(
      "\n\n0 checks of the protocol: 0 failed\nunknown: it sent no sequence, since it refuses every world of this suite\n",
    );
  });
  test("other errors are not swallowed", async () => {
    const now = (): number => {
      throw new RangeError("no clock");
    };
    await expect(tested(start("honest", { now }))).rejects.toThrow("no clock");
  });
});

describe("the algorithms to check", () => {
  const chosen = (mode: string, algorithm?: string, more: Partial<Start> = {}) =>
    chosenAlgorithms(start(mode, more), { algorithm, seed: 7 });
  test("are all but the plain one, unless there is no other", async () => {
    expect(await chosen("honest")).toEqual(["sd"]);
    expect(await chosen("plain only")).toEqual(["autoregressive"]);
    expect(await chosen("honest", "autoregressive,sd")).toEqual(["autoregressive", "sd"]);
    expect(await chosen("honest", "sd")).toEqual(["sd"]);
  });
  test("a name that is none is refused with those that are", async () => {
    await expect(chosen("honest", "sd,none")).rejects.toThrow(UsageError);
    await expect(chosen("honest", "sd,none")).rejects.toThrow(
      /^found the algorithm "none", expected one of the adapter's: .*\bsd\b/,
    );
  });
  test("there are none where the adapter does not start, or time or somebody ends it", async () => {
    expect(await chosen("exits")).toMatchObject({
      why: expect.stringMatching(/^broken: the adapter exited with status 3/),
      result: { algorithm: "every algorithm", seed: 7, end: "broken adapter", rows: [{ verdict: "broken" }] },
    });
    expect(await chosen("honest", "sd", { signal: AbortSignal.abort() })).toMatchObject({
      why: "unknown: interrupted",
      result: { algorithm: "sd", end: "interruption", rows: [{ verdict: "unknown", what: "interrupted" }], errors: [] },
    });
    expect(await chosen("honest", "sd", { deadline: -1 })).toMatchObject({
      why: "unknown: the budget of time is used up",
      result: { end: "budget" },
    });
  });
  test("other errors are not swallowed", async () => {
    const now = (): number => {
      throw new RangeError("no clock");
    };
    await expect(chosen("honest", "sd", { now })).rejects.toThrow("no clock");
  });
});

test("the help names every ready adapter, every variable and every wait", () => {
  const help = helpOf(checkTable);
  for (const [name, { what }] of Object.entries(READY)) expect(help).toContain(`\n  ${name.padEnd(9)} ${what}\n`);
  const words = help.replace(/\s+/g, " ");
  expect(words).toContain(`It gets no others than ${PASSED.join(", ")} --json`);
  for (const [name, seconds] of Object.entries(defaultLimits))
    expect(words).toMatch(new RegExp(`--${name}-seconds N how long [^-]+(?:--next-seconds )?\\(default ${seconds}\\)`));
});
