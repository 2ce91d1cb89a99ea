import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import type { Rational } from "../../core/num/rational.ts";
import type { World } from "../../core/worlds/world.ts";

/** What one tier says of one mutant. `survived` is a mutant that the tier ought to kill. */
export type Cell = "killed" | "survived" | "silent" | "not applicable";

/** What a tier found out. */
export interface Finding {
  readonly alarm: boolean;
  /** Where, or why there is nothing to say. */
  readonly world?: string;
  readonly what?: string;
  /** Exact total variation of what was sampled there. */
  readonly gap?: string;
  readonly samples?: number;
}

/** The bed, exact and in doubles: the same worlds in the same order. */
export interface Bed {
  readonly exact: readonly World<Rational>[];
  readonly fast: readonly World<number>[];
}

/** A column of the kill matrix. */
export interface Column {
  readonly name: string;
  /** The kinds that it must kill. */
  readonly kills: readonly Mutant["kind"][];
  /** Undefined where it cannot run. */
  examine(mutant: Mutant, bed: Bed, seed: number): Finding | undefined;
}

/** The worlds that a mutant can run in. */
export function fitting<W>(mutant: Mutant, worlds: readonly World<W>[]): World<W>[] {
  const runs = "decoder" in mutant ? mutant.decoder : mutant.algorithm;
  return worlds.filter((world) => runs.fits?.(world) ?? true);
}

/** What a finding means for a mutant of this kind. */
export function cell(tier: Column, mutant: Mutant, finding: Finding | undefined): Cell {
  return finding === undefined
    ? "not applicable"
    : finding.alarm
      ? "killed"
      : tier.kills.includes(mutant.kind)
        ? "survived"
        : "silent";
}
