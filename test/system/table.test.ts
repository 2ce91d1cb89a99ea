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

test("refuted counts before unknown, and unknown before all else", () => {
  expect(exitStatus(["proved", "unknown", "refuted"])).toBe(1);
  expect(exitStatus(["proved", "unknown"])).toBe(3);
  expect(exitStatus(["proved", "consistent"])).toBe(0);
});
