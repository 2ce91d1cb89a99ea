import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { copyWithoutSurvivors, keepSample, type Mutant, mutantsIn } from "./operators/record.ts";
import { rooms } from "./operators/rooms.ts";
import { chosen, idsIn, readSample, written } from "./operators/sample.ts";
import { earlierSummary, isJoint, jointSummaries, summaryOf, summaryTable } from "./operators/summary.ts";
import { names } from "./operators/survivor.ts";
import { survivors } from "./operators/survivors.ts";

const read = (file: string): string => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");

describe("an explained survivor", () => {
  test("names a line that is still there, in a file of a room", () => {
    const gone = survivors.filter(
      ({ file, line }) =>
        !read(file)
          .split("\n")
          .some((text) => text.trim() === line),
    );
    expect(gone.map(({ file, line }) => `${file}: ${line}`)).toEqual([]);
    const folders = rooms.map(({ folder }) => folder);
    expect(survivors.filter(({ file }) => !folders.includes(file.replace(/\/[^/]*$/, "")))).toEqual([]);
  });
  test("changes a text of that line into another, and says why it may survive", () => {
    for (const { line, change, why } of survivors) {
      const [from = "", to] = change.split(" → ");
      expect(to).not.toBe(from);
      // A block may begin on the line and end on a later one.
      expect(line).toContain(from.split(/…|\{ /)[0]?.trim() || "{");
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });
  test("is listed once", () => {
    const keys = survivors.map(({ file, line, change }) => `${file}: ${line}: ${change}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("the tests and sources that a room names are there", () => {
  const named = rooms.flatMap(({ folder, tests, except = [] }) => [
    ...tests,
    ...except.map((file) => `${folder}/${file}`),
  ]);
  const project = fileURLToPath(new URL("../..", import.meta.url));
  expect(named.filter((path) => !existsSync(join(project, path)))).toEqual([]);
});

describe("a record", () => {
  const mutants = (...statuses: readonly Mutant["status"][]) =>
    statuses.map((status, at) => ({
      id: String(at),
      replacement: `now${at}`,
      status,
      location: { start: { line: 2, column: 3 }, end: at === 0 ? { line: 2, column: 6 } : { line: 3, column: 2 } },
    }));
  const report = {
    files: {
      "a.ts": { source: "x\n  old {\n}", mutants: mutants("Survived", "Killed", "NoCoverage", "Timeout") },
      "b.ts": { source: "x\n  old {\n}", mutants: mutants("Survived") },
    },
  };
  const inRecord = <A>(use: (record: string) => A): A => {
    const folder = mkdtempSync(join(tmpdir(), "lossless-record-"));
    try {
      const record = join(folder, "record.json");
      writeFileSync(record, JSON.stringify(report));
      return use(record);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  test("gives each mutant's line and change", () => {
    const found = inRecord((record) => mutantsIn(record, ["a.ts"]));
    expect(found.slice(0, 2)).toEqual([
      { file: "a.ts", line: "old {", change: "old → now0", status: "Survived" },
      { file: "a.ts", line: "old {", change: "old { } → now1", status: "Killed" },
    ]);
    expect(mutantsIn("/nowhere/record.json", ["a.ts"])).toEqual([]);
  });
  test("is copied without what survived in the files that are judged again, and is not touched itself", () => {
    const left = inRecord((record) => {
      copyWithoutSurvivors(record, ["a.ts"], `${record}.part`);
      return [record, `${record}.part`].map((one) => mutantsIn(one, ["a.ts", "b.ts"]).map(({ status }) => status));
    });
    expect(left).toEqual([
      ["Survived", "Killed", "NoCoverage", "Timeout", "Survived"],
      ["Killed", "Timeout", "Survived"],
    ]);
  });
  test("is summed up by room: noticed mutants in percent of all", () => {
    const found = inRecord((record) => mutantsIn(record, ["a.ts"]));
    const summary = summaryOf("room", found);
    expect(summary).toEqual({ room: "room", sources: 1, killed: 1, timeout: 1, survived: 1, noCoverage: 1, score: 50 });
    const rows = summaryTable([summary, summaryOf("other", [])])
      .trim()
      .split("\n")
      .slice(2);
    expect(rows).toEqual([
      "| room | 1 | 1 | 1 | 1 | 1 | 50.0 % |",
      "| other | 0 | 0 | 0 | 0 | 0 | not run |",
      "| all | 1 | 1 | 1 | 1 | 1 | 50.0 % |",
    ]);
  });
  test("of an earlier run is read from its table where nothing newer is known", () => {
    const found = inRecord((record) => mutantsIn(record, ["a.ts"]));
    const summaries = [summaryOf("room/part", found), { ...summaryOf("other", found), leftOut: 12 }];
    const table = summaryTable([...summaries, summaryOf("never", [])]);
    expect(summaries.map(({ room }) => earlierSummary(table, room))).toEqual(summaries);
    expect(earlierSummary(table, "never")).toBeUndefined();
    expect(earlierSummary(table, "room")).toBeUndefined();
    expect(table).toContain("| other | 1 | 1 | 1 | 1 | 1 | 50.0 %, sampled: 12 more not judged |");
    expect(table).toContain("| all | 2 | 2 | 2 | 2 | 2 | 50.0 %, sampled: 12 more not judged |");
  });
  test("of rooms that were judged as one stays until the first of them is judged again", () => {
    const found = inRecord((record) => mutantsIn(record, ["a.ts"]));
    const [both, none] = [summaryOf("one+two/part", found), summaryOf("one", [])];
    const table = summaryTable([both, summaryOf("three", found)]);
    const joint = jointSummaries(table, [none, summaryOf("two/part", found)]);
    expect(joint).toEqual([both]);
    expect(["one", "two/part", "two", "three"].map((room) => isJoint(room, joint))).toEqual([true, true, false, false]);
    expect(jointSummaries(table, [summaryOf("one", found)])).toEqual([]);
  });
  test("as it is written names rooms that there are, each with figures", () => {
    const table = read("test/mutation/operators/summary.md");
    const names = table.split("\n").flatMap((line) => /^\| ([\w/+-]+) \| \d/.exec(line)?.[1]?.split("+") ?? []);
    const known = rooms.map(({ folder }) => folder.replace(/^src\//, ""));
    expect([...new Set(names)].sort()).toEqual([...known, "all"].sort());
    const joint = jointSummaries(table, []);
    expect(known.filter((room) => earlierSummary(table, room) === undefined && !isJoint(room, joint))).toEqual([]);
  });
  test("of a sample counts what was chosen, and says how many were not", () => {
    const sample = { most: 2, seed: 1 };
    const keep = chosen("a.ts", ["0", "1", "2", "3"], sample);
    const [all, again, others] = inRecord((record) => {
      keepSample(record, ["a.ts"], sample);
      const first = mutantsIn(record, ["a.ts"]);
      keepSample(record, ["a.ts"], sample);
      return [first, mutantsIn(record, ["a.ts"]), mutantsIn(record, ["b.ts"])] as const;
    });
    expect(again).toEqual(all);
    expect(all.map(({ leftOut }) => leftOut !== true)).toEqual(["0", "1", "2", "3"].map((id) => keep.has(id)));
    expect(summaryOf("room", all)).toMatchObject({ leftOut: 2 });
    expect(others.map(({ status }) => status)).toEqual(["Survived"]);
  });
  test("has its survivors found in the list by file, line and change", () => {
    const [mutant] = inRecord((record) => mutantsIn(record, ["a.ts"])) as [Mutant];
    const listed = { ...mutant, reason: "equivalent", why: "So." } as const;
    expect(names(listed, mutant)).toBe(true);
    for (const other of [{ file: "b.ts" }, { line: "older {" }, { change: "old → now" }]) {
      expect(names({ ...listed, ...other }, mutant)).toBe(false);
    }
  });
});

describe("a sample", () => {
  const ids = Array.from({ length: 50 }, (_, at) => String(at + 7));
  test("has so many mutants, the same for a seed, whatever their ids and order", () => {
    const one = chosen("a.ts", ids, { most: 5, seed: 1 });
    expect(one.size).toBe(5);
    expect(chosen("a.ts", [...ids].reverse(), { most: 5, seed: 1 })).toEqual(one);
    const moved = chosen(
      "a.ts",
      ids.map((id) => String(Number(id) + 100)),
      { most: 5, seed: 1 },
    );
    expect([...moved].map((id) => Number(id) - 100)).toEqual([...one].map(Number));
    expect(chosen("a.ts", ids, { most: 5, seed: 2 })).not.toEqual(one);
    expect(chosen("b.ts", ids, { most: 5, seed: 1 })).not.toEqual(one);
    expect([...chosen("a.ts", ids, { most: 9, seed: 1 })].slice(0, 5)).toEqual([...one]);
    expect(chosen("a.ts", ids, { most: 99, seed: 1 }).size).toBe(50);
  });
  test("is read as it is written, and its ids stand in the instrumented source", () => {
    expect(readSample(written({ most: 5, seed: 2 }))).toEqual({ most: 5, seed: 2 });
    expect([readSample(undefined), readSample("many/1")]).toEqual([undefined, undefined]);
    expect(idsIn('if (stryMutAct_9fa48("12") ? a : (stryCov_9fa48("12"), stryMutAct_9fa48("3") ? b : c))')).toEqual([
      "12",
      "3",
    ]);
  });
});
