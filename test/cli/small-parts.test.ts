import { describe, expect, test } from "vitest";
import { isModule } from "../../src/modules/load-algorithm.ts";
import { chooseAlgorithms } from "../../src/system/choose-algorithms.ts";
import { openIo } from "../../src/system/io.ts";
import { jsonText } from "../../src/system/json-text.ts";
import { printableLines } from "../../src/system/printable-lines.ts";
import { UsageError } from "../../src/system/usage.ts";
import { cellsOf, explain, type Row, summary, worldTable } from "../../src/system/verdict-table.ts";
import { iid, toyWorld } from "../support/toy-world.ts";

describe("JSON text", () => {
  test("is the same value, and nothing in it moves a cursor or turns the reading direction", () => {
    const value = { "a\u001b[2J": "b\u202ec\u0007\u2028d", list: ["\u{1f600}", "é", "\n\t"] };
    const text = jsonText(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\u2028/u);
    expect(text).toContain("b\\u202ec\\u0007\\u2028d");
    expect(text).toContain("\u{1f600}");
    expect(text).toBe(
      `{\n  "a\\u001b[2J": "b\\u202ec\\u0007\\u2028d",\n  "list": [\n    "\u{1f600}",\n    "é",\n    "\\n\\t"\n  ]\n}`,
    );
  });
  test("a character beyond the first plane is written as its two halves", () => {
    expect(jsonText("\u{e0001}")).toBe('"\\udb40\\udc01"');
    expect(JSON.parse(jsonText("\u{e0001}"))).toBe("\u{e0001}");
  });
  test("values may be replaced", () => {
    expect(jsonText({ a: 1 }, (_key, value) => (value === 1 ? 2 : value))).toBe('{\n  "a": 2\n}');
  });
});

test("lines and tabs stay, everything else that a terminal would obey is written out", () => {
  expect(printableLines("a\tb\n\u001b[1mc\r\n")).toBe("a\tb\n\\u{1b}[1mc\\u{d}\n");
  const long = "x".repeat(5000);
  expect(printableLines(long)).toBe(long);
});

describe("the process's own streams", () => {
  const opened = (isTTY: boolean) => {
    const said = { out: [] as string[], err: [] as string[], time: 0 };
    const stdout = { write: (text: string) => said.out.push(text), isTTY };
    const stderr = { write: (text: string) => said.err.push(text), isTTY };
    return { said, io: openIo({ stdout, stderr }, () => said.time) };
  };
  test("results go out as they are, messages cannot move the cursor", () => {
    const { said, io } = opened(false);
    io.out("a\u001b[4mb");
    io.err("a\u001b[4mb\n");
    expect([said.out, said.err]).toEqual([["a\u001b[4mb"], ["a\\u{1b}[4mb\n"]]);
  });
  test("progress replaces one line of a terminal", () => {
    const { said, io } = opened(true);
    io.progress(`\u001b${"y".repeat(400)}`);
    expect(said.err).toEqual([`\r\u001b[2K\\u{1b}${"y".repeat(299)}… (401 characters)`]);
  });
  test("without a terminal progress is a line a minute", () => {
    const { said, io } = opened(false);
    const at = (seconds: number, line: string): void => {
      said.time = seconds * 1000;
      io.progress(line);
    };
    at(0, "first");
    at(59.9, "early");
    expect(said.err).toEqual([]);
    at(60, "after a minute\u001b");
    at(61, "early");
    at(119.9, "early");
    at(121, "");
    at(122, "later");
    expect(said.err).toEqual(["after a minute\\u{1b}\n", "later\n"]);
  });
  test("results are styled where they go to a terminal", () => {
    const before = process.stdout.isTTY;
    try {
      const styled = [true, false].map((isTTY) => {
        process.stdout.isTTY = isTTY;
        return openIo().styled;
      });
      expect(styled).toEqual([true, false]);
    } finally {
      process.stdout.isTTY = before;
    }
  });
  test("stacks are for those who ask", () => {
    expect(openIo().debug).toBe(process.env.LOSSLESS_DEBUG === "1");
    expect(openIo().styled).toBe(process.stdout.isTTY === true);
  });
});

test("a module is named by a file's ending", () => {
  for (const name of ["a.ts", "a.js", "a.mts", "a.cts", "a.mjs", "a.cjs", "/x/y.z.ts"])
    expect(isModule(name)).toBe(true);
  for (const name of ["tli", "ts", "a.tsx", "a.py", "a.ts/", "a.xts"]) expect(isModule(name)).toBe(false);
});

describe("algorithms by name", () => {
  const same = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/2", b: "1/2" }));
  const other = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/2", c: "1/2" }));
  const ids = (name: string, world = same, leaveOut = false) =>
    chooseAlgorithms(name, world, leaveOut).map(({ id }) => id);
  test("all are those that claim to be lossless and fit", () => {
    expect(ids("all")).toHaveLength(16);
    expect(ids("all")).not.toContain("typical");
    expect(ids("all", other)).not.toContain("sd");
    expect(ids("all", other)).toContain("tli");
  });
  test("one by its id, a lossy one only so", () => {
    expect(ids("typical")).toEqual(["typical"]);
    expect(ids("tli", other)).toEqual(["tli"]);
  });
  test("one that does not fit is refused where the world was named, and left out where it was not", () => {
    expect(() => ids("sd", other)).toThrow(UsageError);
    expect(() => ids("sd", other)).toThrow('in the world "toy" they differ');
    expect(ids("sd", other, true)).toEqual([]);
    expect(ids("sd", same, true)).toEqual(["sd"]);
  });
  test("a name that is none is refused, also where worlds may be left out", () => {
    expect(() => ids("sdd", same, true)).toThrow('found the algorithm "sdd", expected all, a module');
  });
});

describe("what verify prints", () => {
  const row = (more: Partial<Row> = {}): Row => ({
    world: "w",
    algorithm: "tli",
    verdict: "proved",
    tier: "enumeration",
    scope: "every horizon",
    gap: "0",
    acceptance: "1/2",
    expectedTokens: "3/2",
    contexts: 4,
    seconds: 0.25,
    ...more,
  });
  const witness = {
    law: "lossless",
    prompt: "a",
    horizon: 1,
    tokens: "b",
    target: "1/2",
    output: "1/3",
    path: ["x: b", "with probability 1/3"],
  };

  test("the cells of a row", () => {
    expect(cellsOf(row())).toEqual(["proved", "every horizon", "0", "0.5", "1.5", "4"]);
    expect(cellsOf(row({ contexts: null, gap: null, scope: "horizon ≤ 2; more" }))).toEqual([
      "proved",
      "horizon ≤ 2",
      "-",
      "0.5",
      "1.5",
      "-",
    ]);
    expect(cellsOf(row({ verdict: "refuted", kind: "contract" })).slice(0, 2)).toEqual(["refuted (contract)", "-"]);
    expect(cellsOf(row({ verdict: "refuted", witness })).slice(0, 2)).toEqual(["refuted", "at horizon 1"]);
    expect(cellsOf(row({ verdict: "refuted" })).slice(0, 2)).toEqual(["refuted", "-"]);
  });
  test("what a row says more: a reason, a witness with its choices, by which tier", () => {
    expect(explain(row())).toEqual([]);
    expect(explain(row({ verdict: "unknown", why: "too large" }))).toEqual(["  tli: too large"]);
    expect(explain(row({ verdict: "refuted", witness }))).toEqual([
      '  tli: after the prompt "a" the target says b with probability 1/2, the algorithm with 1/3',
      "    x: b, with probability 1/3",
    ]);
    expect(explain(row({ verdict: "refuted", tier: "oracle", witness: { ...witness, path: [] } }))).toEqual([
      `  tli: after the prompt "a" the theorem's function says b with probability 1/2, the algorithm with 1/3`,
    ]);
    expect(
      explain(
        row({
          verdict: "refuted",
          kind: "contract",
          why: "no",
          witness: { ...witness, law: "contract", path: ["x: b", "y: c"] },
        }),
      ),
    ).toEqual(["  tli: no", "    by x: b → y: c"]);
    expect(explain(row({ why: "no", witness: { ...witness, law: "contract", path: [] } }))).toEqual(["  tli: no"]);
  });
  test("a table under the world's name, with what was sampled by statistics", () => {
    expect(worldTable("w: it\u001b shows", [row()])).toBe(
      "w: it\\u{1b} shows\n  algorithm  verdict  scope          gap  acceptance  tokens/round  contexts\n  tli        proved   every horizon  0    0.5         1.5           4",
    );
    const sampled = worldTable("w", [row({ tier: "statistics", detectable: 0.01234, samples: 9 })]);
    expect(sampled).toContain("contexts  detectable TV  samples");
    expect(sampled).toMatch(/4 +0\.0123 +9$/);
    expect(worldTable("w", [])).toContain("algorithm");
  });
  test("a summary counts verdicts in their order, states rates, and what scopes leave out", () => {
    expect(summary([row()])).toBe("1 row by exact enumeration: 1 proved; 0.3 s");
    expect(
      summary([row({ verdict: "unknown" }), row({ verdict: "refuted" }), row(), row({ alpha: 1e-6, power: 0.999 })]),
    ).toBe(
      "4 rows by exact enumeration: 2 proved, 1 refuted, 1 unknown; each sampled row: false alarm 0.000001, power 0.999; 1.0 s",
    );
    expect(summary([row({ scope: "all; but not x; y" }), row()])).toBe(
      "scope of tli in w: but not x; y\n2 rows by exact enumeration: 2 proved; 0.5 s",
    );
    expect(summary([row({ scope: "all; rest" }), row({ scope: "all; rest" })])).toMatch(/^scope of all rows: rest\n/);
    const many = Array.from({ length: 4 }, () => row({ scope: "all; rest" }));
    expect(summary([...many, row()])).toMatch(/^scope of 4 rows: rest\n/);
    expect(summary([row({ tier: "symbolic" })])).toContain("by exact identities for all laws");
  });
});
