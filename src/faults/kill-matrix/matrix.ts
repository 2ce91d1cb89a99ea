import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import { float64 } from "../../core/num/float64.ts";
import { rational } from "../../core/num/rational.ts";
import type { Oracle } from "../../evidence/tiers/oracle/oracle.ts";
import { bed } from "./bed.ts";
import { type Bed, type Cell, type Column, cell, type Finding } from "./column.ts";
import { contract } from "./contract.ts";
import { enumeration } from "./enumeration.ts";
import { oracleTier } from "./oracle.ts";
import { statistics } from "./statistics.ts";

/** The columns of the matrix, in the order of the tables. */
export function columns(oracle: Oracle): readonly Column[] {
  return [oracleTier(oracle), enumeration, statistics, contract];
}

/** A row of the kill matrix. */
export interface Row {
  readonly mutant: string;
  readonly source: string;
  readonly kind: Mutant["kind"];
  readonly wounds: string;
  readonly mechanism: string;
  readonly documented: string | null;
  readonly tiers: Readonly<Record<string, Cell>>;
  /** Samples drawn by the statistics tier. */
  readonly samples: number | null;
  /** Exact total variation of what was sampled, a reduced fraction; null where nothing differs. */
  readonly gap: string | null;
  /** The world, and what was generated there, on which the mutant is seen best. */
  readonly world: string | null;
  readonly what: string | null;
  readonly seed: number;
}

export function openBed(): Bed {
  return { exact: bed(rational), fast: bed(float64) };
}

/** One row of the matrix. */
export function rowOf(mutant: Mutant, worlds: Bed, seed: number, columns: readonly Column[]): Row {
  const findings = columns.map((tier) => tier.examine(mutant, worlds, seed));
  const told = (key: keyof Finding) => findings.find((finding) => finding?.[key] !== undefined)?.[key];
  const best = findings.find((finding) => finding?.gap !== undefined) ?? findings.find((finding) => finding?.alarm);
  return {
    mutant: mutant.id,
    source: mutant.source,
    kind: mutant.kind,
    wounds: mutant.wounds,
    mechanism: mutant.mechanism,
    documented: mutant.documented ?? null,
    tiers: Object.fromEntries(columns.map((tier, at) => [tier.name, cell(tier, mutant, findings[at])])),
    samples: (told("samples") as number | undefined) ?? null,
    gap: (told("gap") as string | undefined) ?? null,
    world: best?.world ?? null,
    what: best?.what ?? null,
    seed,
  };
}

/** Mutants that a tier ought to kill and did not. */
export function survivors(rows: readonly Row[]): Row[] {
  return rows.filter((row) => Object.values(row.tiers).includes("survived"));
}

/** Controls on which a tier alarmed. */
export function falseAlarms(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.kind === "control" && Object.values(row.tiers).includes("killed"));
}
