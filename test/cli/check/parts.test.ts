import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ownCases } from "../../../src/checker/plan/own-cases.ts";
import { defaultLimits } from "../../../src/checker/process/limits.ts";
import type { Reported } from "../../../src/checker/report/printed.ts";
import { repeatCommand } from "../../../src/checker/report/repeat-command.ts";
import { writeReports } from "../../../src/checker/report/write-reports.ts";
import { STEPS } from "../../../src/checker/steps/all-steps.ts";
import { unstarted } from "../../../src/checker/unstarted.ts";
import { BadInput } from "../../../src/core/worlds/bad-input.ts";
import { worldFile } from "../../checker/whole/world.ts";
import { checkOptions } from "./read-options.ts";

const folder = mkdtempSync(join(tmpdir(), "check-parts-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("options", () => {
  test("what is not said has its usual value", () => {
    expect(checkOptions(["own"])).toEqual({
      adapter: ["own"],
      algorithm: undefined,
      seed: 1,
      tokens: undefined,
      seconds: undefined,
      only: undefined,
      worlds: [],
      limits: defaultLimits,
      selfTest: false,
      stopAtFirst: false,
      passEnv: [],
      json: false,
      junit: undefined,
      html: undefined,
    });
    expect(checkOptions([])).toMatchObject({ adapter: [] });
    expect(() => checkOptions(["-h"])).toThrow("help");
    expect(checkOptions(["--"])).toMatchObject({ adapter: [] });
  });
  test("what is said is taken", () => {
    const [junit, html] = [join(folder, "a.xml"), join(folder, "a.html")];
    const options = checkOptions([
      ...["--only", "clock", "--world", "a.json", "--world=b.json", "--stop-at-first", "--json", "--budget", "5m"],
      ...["--junit", junit, "--html", html, "--pass-env", "A", "--pass-env", "B"],
      ...["--hello-seconds", "1", "--ready-seconds", "2", "--first-seconds", "3", "--next-seconds", "4"],
      ...["--bye-seconds", "86400", "--seed", "999999999", "x", "--json"],
    ]);
    expect(options).toMatchObject({
      adapter: ["x", "--json"],
      only: "clock",
      worlds: ["a.json", "b.json"],
      limits: { hello: 1, ready: 2, first: 3, next: 4, bye: 86_400 },
      stopAtFirst: true,
      passEnv: ["A", "B"],
      json: true,
      junit,
      html,
      seed: 999_999_999,
    });
    expect(checkOptions(["--self-test", "own"]).selfTest).toBe(true);
    expect([existsSync(junit), existsSync(html)]).toEqual([false, false]);
  });
  test.each(["0", "-1", "86401", "x", "", "NaN", "Infinity"])("%j is no wait", (text) => {
    expect(() => checkOptions([`--bye-seconds=${text}`, "own"])).toThrow(
      `found --bye-seconds "${text}", expected a number of seconds, at most 86400`,
    );
  });
  test.each(["", "A=B", "A\0"])("%j is no name of a variable", (text) => {
    expect(() => checkOptions([`--pass-env=${text}`, "own"])).toThrow("found --pass-env ");
  });
  test.each(["x1", "1x", "1234567890", "", "-1"])("%j is no seed", (text) => {
    expect(() => checkOptions([`--seed=${text}`, "own"])).toThrow("expected a whole number below 1000000000");
  });
  test.each(["x5s", "5sx", "1234567890", "00", "5 s"])("%j is no budget", (text) => {
    expect(() => checkOptions([`--budget=${text}`, "own"])).toThrow(`found --budget "${text}"`);
  });
  test.each([["--json"], ["--junit", join(folder, "b.xml")], ["--html", join(folder, "b.html")]])(
    "a self-test makes no report: %s",
    (...report) => {
      expect(() => checkOptions(["--self-test", ...report, "own"])).toThrow("found --self-test with a report");
    },
  );
  test("a place that cannot be written is refused", () => {
    expect(() => checkOptions(["--junit", join(folder, "none/a.xml"), "own"])).toThrow("found no folder");
    expect(() => checkOptions(["--html", join(folder, "none/a.html"), "own"])).toThrow("found no folder");
  });
  test("a flag takes no value, and a value may follow a sign of equality", () => {
    expect(checkOptions(["--json", "own"])).toMatchObject({ adapter: ["own"], json: true });
    expect(checkOptions(["--algorithm=tli", "mine.py", "own"])).toMatchObject({
      adapter: ["mine.py", "own"],
      algorithm: "tli",
    });
    expect(() => checkOptions(["--toString", "own"])).toThrow("toString");
  });
});

describe("worlds of the user's own", () => {
  const file = (name: string, more: object = {}): string => {
    const at = join(folder, `${name.replace(/\W/g, "")}.json`);
    writeFileSync(at, JSON.stringify({ ...worldFile(name), ...more }));
    return at;
  };
  test("are cases under their names", () => {
    const [one, two, ...more] = ownCases([file("mine"), file("randomly")]);
    expect(more).toEqual([]);
    expect([one, two]).toMatchObject([
      { name: "mine", sequences: 300 },
      { name: "randomly", sequences: 300 },
    ]);
    expect(ownCases([])).toEqual([]);
  });
  test.each([STEPS[0] as string, "replay", "replay-1", "random", "random-7"])(
    "%s is a name that a check has itself",
    (name) => {
      expect(() => ownCases([file(name)])).toThrow(BadInput);
      expect(() => ownCases([file(name)])).toThrow(
        `found the name ${JSON.stringify(name)}, expected one that no step or world of a check has`,
      );
    },
  );
  test("two of one name are refused", () => {
    const one = file("twin");
    expect(() => ownCases([one, one])).toThrow('found the name "twin" twice, expected worlds with names of their own');
  });
});

describe("the command that repeats a check", () => {
  const options = checkOptions(["--seed", "7", "mine.py", "a b"]);
  test("has the seed and the adapter", () => {
    expect(repeatCommand(options, undefined)).toBe("lossless check --seed 7 mine.py 'a b'");
    expect(repeatCommand(options, "it's")).toBe("lossless check --algorithm 'it'\\''s' --seed 7 mine.py 'a b'");
  });
  test("has everything else that changes what is found", () => {
    const more = { ...options, tokens: 900, worlds: ["a b.json", "c.json"], stopAtFirst: true, passEnv: ["A", "B C"] };
    expect(repeatCommand(more, "sd")).toBe(
      "lossless check --algorithm sd --seed 7 --budget 900 --stop-at-first --world 'a b.json' --world c.json --pass-env A --pass-env 'B C' mine.py 'a b'",
    );
  });
});

describe("reports", () => {
  const result = unstarted("sd", 1, { verdict: "broken", what: "x\u001b[2J" }, "broken adapter", []);
  const results: Reported[] = [{ result, frame: { repeat: "lossless check x", suspects: [] } }];
  const written = async (more: object): Promise<string> => {
    let out = "";
    const io = {
      out: (text: string) => {
        out += text;
      },
      err: () => {},
      progress: () => {},
      now: () => 0,
    };
    await writeReports(results, { json: false, junit: undefined, html: undefined, ...more }, io);
    return out;
  };
  test("are those that were asked for", async () => {
    expect(await written({})).toBe("");
    const out = await written({ json: true });
    expect(out).toMatch(/\]\n$/);
    expect(out).not.toContain("\u001b");
    expect(JSON.parse(out)).toMatchObject([{ algorithm: "sd", verdict: "broken" }]);
    const [junit, html] = [join(folder, "r.xml"), join(folder, "r.html")];
    expect(await written({ junit })).toBe("");
    expect(readFileSync(junit, "utf8")).toContain("<testsuite");
    expect(existsSync(html)).toBe(false);
    await written({ html });
    expect(readFileSync(html, "utf8")).toContain("<h2>sd ");
  });
});
