import { describe, expect, test } from "vitest";
import { exitStatus } from "../../src/cli/exit.ts";
import { workersOf } from "../../src/cli/workers.ts";
import { readable, table } from "../../src/system/table.ts";

test("columns are as wide as their widest cell, two spaces apart, without spaces at the end", () => {
  expect(
    table(
      ["a", "long name", "b"],
      [
        ["wide cell", "x", ""],
        ["", "y"],
      ],
    ),
  ).toBe("a          long name  b\nwide cell  x\n           y");
  expect(table(["a", "b"], [])).toBe("a  b");
});

describe("a fraction is readable:", () => {
  test.each([
    [null, "-"],
    ["0", "0"],
    ["123456/12345", "123456/12345"],
    ["123456/123457", "≈ 1.0000"],
    ["1000000/3000001", "≈ 0.3333"],
    ["-1000000/3000001", "≈ -0.3333"],
  ])("%s as %s", (fraction, expected) => expect(readable(fraction)).toBe(expected));
  test("itself up to the width that is asked for", () => {
    expect(readable("10/33", 5)).toBe("10/33");
    expect(readable("10/33", 4)).toBe("≈ 0.3030");
  });
});

describe("threads", () => {
  test("are as many as there are processors, at most 8, unless told otherwise", () => {
    expect(workersOf(undefined)).toBeGreaterThanOrEqual(1);
    expect(workersOf(undefined)).toBeLessThanOrEqual(8);
  });
  test.each([
    ["1", 1],
    ["9", 9],
    ["10", 10],
    ["64", 64],
  ] as const)("%s", (text, expected) => {
    expect(workersOf(text)).toBe(expected);
  });
  test.each(["", "0", "01", "65", "99", "100", "1x", "x1", " 1", "1.5", "-1"])("not %j", (text) => {
    expect(() => workersOf(text)).toThrow(`found --workers "${text}", expected a whole number from 1 to 64`);
  });
});

test("refuted counts before unknown, and unknown before all else", () => {
  expect(exitStatus(["proved", "unknown", "refuted"])).toBe(1);
  expect(exitStatus(["proved", "unknown"])).toBe(3);
  expect(exitStatus(["proved", "consistent"])).toBe(0);
});
