import { describe, expect, test } from "vitest";
import { flag, list, type Option, value, values } from "../../../src/cli/table/option.ts";
import { decimal, LOOKAHEAD, seedOption, text, whole, workersOption } from "../../../src/cli/table/readers.ts";
import { UsageError } from "../../../src/system/usage.ts";

const read = <T>(option: Option<T>, given?: string): T => option.read(given, "n");
const refusals = <T>(option: Option<T>, texts: readonly string[], expected: string): void => {
  for (const wrong of texts)
    expect(() => read(option, wrong)).toThrow(new UsageError(`found --n "${wrong}", expected ${expected}`));
};

describe("the text of an option", () => {
  test("whole numbers, ends included; none where none is given", () => {
    const option = value("N", "", whole(2, 5));
    expect([read(option, "2"), read(option, "5"), read(option)]).toEqual([2, 5, undefined]);
    const wrong = ["1", "6", "", "x", "3.0", "-3", "+3", " 3", "3 ", "0000000003", "1e0"];
    refusals(option, wrong, "a whole number from 2 to 5");
  });
  test("decimal numbers, ends included", () => {
    const option = value("X", "", decimal(0.5, 1), "1");
    expect(["0.5", "1", "0.75", "000.500000000"].map((one) => read(option, one))).toEqual([0.5, 1, 0.75, 0.5]);
    expect(read(option)).toBe(1);
    const wrong = ["0.49", "1.1", "", ".5", "1.", "1,0", "-0.5", "5e-1", "0.5x", "x0.5", "0.0000000001"];
    refusals(option, wrong, "a number from 0.5 to 1");
  });
  test("one parser of seeds, of threads, of lookaheads", () => {
    expect([read(seedOption()), read(seedOption("", "7")), read(seedOption(), "0")]).toEqual([1, 7, 0]);
    refusals(seedOption(), ["x", "", "1x", "-1", "1.5", "1000000000"], "a whole number below 1000000000");
    const workers = workersOption("", (processors) => Math.min(8, processors));
    expect([read(workers, "1"), read(workers, "1024")]).toEqual([1, 1024]);
    expect(read(workers)).toBeLessThanOrEqual(8);
    refusals(workers, ["0", "1025", "x", "", "1.5"], "a whole number from 1 to 1024");
    refusals(value("N", "", LOOKAHEAD), ["0", "65", "1.5"], "a whole number from 1 to 64");
  });
  test("several with commas, or given several times; the one that is wrong is named", () => {
    const option = list("A,B", "", whole(1, 11), "2,4");
    expect([read(option), read(option, "3")]).toEqual([[2, 4], [3]]);
    expect(() => read(option, "3,40")).toThrow('found --n "40", expected a whole number from 1 to 11');
    expect(read(list("A,B", "", text))).toBeUndefined();
    const many = values("X", "", whole(1, 3));
    expect([many.read(undefined, "n"), many.read(["1", "2"], "n")]).toEqual([[], [1, 2]]);
    expect(() => many.read(["4"], "n")).toThrow('found --n "4"');
  });
  test("a switch is given or not", () => {
    expect([flag("").read(true, "n"), flag("").read(undefined, "n")]).toEqual([true, false]);
  });
});
