import { describe, expect, test } from "vitest";
import { mutants } from "../../fixtures/faults/registry.ts";
import { contract } from "../../src/faults/kill-matrix/contract.ts";
import { enumeration } from "../../src/faults/kill-matrix/enumeration.ts";
import { falseAlarms, openBed, rowOf, survivors } from "../../src/faults/kill-matrix/matrix.ts";
import { statistics } from "../../src/faults/kill-matrix/statistics.ts";

const bed = openBed();
const SEED = 7;
/** The whole matrix is behind the command; here every so many mutants are sampled. */
const SLICE = 8;

const ids = (rows: ReturnType<typeof survivors>): string[] => rows.map(({ mutant }) => mutant);
const of = (...kinds: string[]) => mutants.filter(({ kind }) => kinds.includes(kind));

describe("the kill matrix has no survivor and no false alarm", () => {
  test("enumeration refutes every mutant of the law and no control", () => {
    const rows = of("law", "control").map((mutant) => rowOf(mutant, bed, SEED, [enumeration]));
    expect(ids(survivors(rows))).toEqual([]);
    expect(ids(falseAlarms(rows))).toEqual([]);
    expect(rows.filter(({ kind }) => kind === "law").every(({ tiers }) => tiers.enumeration === "killed")).toBe(true);
  }, 60_000);

  test("the contract checks find every broken contract and are silent on controls", () => {
    const rows = of("contract", "control").map((mutant) => rowOf(mutant, bed, SEED, [contract]));
    expect(ids(survivors(rows))).toEqual([]);
    expect(ids(falseAlarms(rows))).toEqual([]);
  }, 60_000);

  test(`statistics kill within the planned size, and are silent on controls: one in ${SLICE}`, () => {
    const slice = of("law", "control").filter((_, at) => at % SLICE === SEED % SLICE);
    const rows = slice.map((mutant) => rowOf(mutant, bed, SEED, [statistics]));
    expect(ids(survivors(rows))).toEqual([]);
    expect(ids(falseAlarms(rows))).toEqual([]);
    for (const { kind, samples, gap } of rows) {
      expect(samples).toBeGreaterThan(0);
      if (kind === "law") expect(gap).toMatch(/^\d+(\/\d+)?$/);
    }
  }, 60_000);
});
