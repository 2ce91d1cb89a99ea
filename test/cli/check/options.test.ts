import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/system/usage.ts";
import { checkOptions } from "./read-options.ts";

describe("where options end", () => {
  test("what follows a file or a command is the adapter's own", () => {
    const options = checkOptions(["--seed", "7", "mine.py", "--algorithm", "tli"]);
    expect(options).toMatchObject({ adapter: ["mine.py", "--algorithm", "tli"], seed: 7, algorithm: undefined });
  });
  test("what follows a ready adapter, which has no arguments, are options", () => {
    const options = checkOptions(["--seed", "7", "own", "--algorithm", "tli", "--html", "page.html"]);
    expect(options).toMatchObject({ adapter: ["own"], seed: 7, algorithm: "tli", html: "page.html" });
    expect(() => checkOptions(["own", "more"])).toThrow(UsageError);
  });
  test("an option's value is not the adapter, even where it has the name of one", () => {
    expect(checkOptions(["--algorithm", "own", "mine.py"])).toMatchObject({ adapter: ["mine.py"], algorithm: "own" });
  });
  test("behind -- everything is the adapter's", () => {
    expect(checkOptions(["--json", "--", "own", "--seed", "3"])).toMatchObject({
      adapter: ["own", "--seed", "3"],
      json: true,
      seed: 1,
    });
  });
});

describe("budgets", () => {
  test.each([
    ["30s", undefined, 30],
    ["5m", undefined, 300],
    ["2h", undefined, 7200],
    ["20000", 20_000, undefined],
  ])("%s", (budget, tokens, seconds) => {
    expect(checkOptions(["--budget", budget, "own"])).toMatchObject({ tokens, seconds });
  });
  test.each(["0", "5d", "-1", "1e3", ""])("refuses %j", (budget) => {
    expect(() => checkOptions([`--budget=${budget}`, "own"])).toThrow(/expected a time as 30s/);
  });
});

test.each([
  [["--seed", "x", "own"], "--seed"],
  [["--seed", "1000000000", "own"], "--seed"],
  [["--next-seconds", "0", "own"], "--next-seconds"],
  [["--nonsense", "own"], "nonsense"],
])("%j is refused", (args, message) => {
  expect(() => checkOptions(args)).toThrow(UsageError);
  expect(() => checkOptions(args)).toThrow(message);
});
