import { describe, expect, test } from "vitest";
import { exitStatus } from "../../src/cli/exit.ts";
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

describe("a fraction is shown as a decimal:", () => {
  test.each([
    [null, "-"],
    ["0", "0"],
    ["1", "1"],
    ["20", "20"],
    ["1/2", "0.5"],
    ["-3/4", "-0.75"],
    ["22867/15360", "1.4887"],
    ["123456/123457", "1.0000"],
    ["1000000/3000001", "0.3333"],
    ["-2/3", "-0.6667"],
    ["1/10000", "0.0001"],
    ["1/30000", "3.3e-5"],
    ["-1/99999999", "-1.0e-8"],
    [`1/${10n ** 429n}`, "1.0e-429"],
    ["-999999/100000000000000", "-1.0e-8"],
  ])("%s as %s", (fraction, expected) => expect(readable(fraction)).toBe(expected));
});

test("refuted counts before unknown, and unknown before all else", () => {
  expect(exitStatus(["proved", "unknown", "refuted"])).toBe(1);
  expect(exitStatus(["proved", "unknown"])).toBe(3);
  expect(exitStatus(["proved", "consistent"])).toBe(0);
});
