import { type Dist, weightsOf } from "../dist/dist.ts";
import type { DecidableField } from "../num/field.ts";
import type { Ask } from "../program/program.ts";
import { ProgramError } from "./program-error.ts";

/** One recorded choice: what was asked and what was answered. */
export interface Choice {
  readonly label: string;
  readonly value: unknown;
}

/** A branch point on the path being explored. */
interface Branch<W> extends Choice {
  value: unknown;
  readonly values: readonly unknown[];
  readonly weights: readonly W[];
  index: number;
  /** Weight of the path up to and including this choice. */
  prefix: W;
}

/** Unwinds a program at a merge point; constant, since it is thrown once a path. */
export const MERGED = Symbol("merged");

const COIN = [true, false];

/**
 * The questions of one depth-first exploration: answered from the record as far as it goes; the first new question opens
 * a branch on the first value of positive weight.
 */
export class Exploration<W> implements Ask<W> {
  private readonly field: DecidableField<W>;
  /** Choices that stay as they are: they lead to the merge point from which this exploration starts. */
  private readonly fixed: readonly Choice[];
  private readonly base: W;
  private readonly checking: boolean;
  /** Called at every merge point with its number on this path; true when the path ends there. */
  private readonly endsAt: (merge: number, label: string, key: () => string) => boolean;
  private readonly branches: Branch<W>[] = [];
  private depth = 0;
  private merges = 0;

  constructor(
    field: DecidableField<W>,
    fixed: readonly Choice[],
    base: W,
    checking: boolean,
    endsAt: (merge: number, label: string, key: () => string) => boolean,
  ) {
    this.field = field;
    this.fixed = fixed;
    this.base = base;
    this.checking = checking;
    this.endsAt = endsAt;
  }

  sample<A>(label: string, law: () => Dist<W, A>): A {
    if (this.recorded()) {
      const value = this.replay(label) as A;
      if (this.checking) this.compareAgain(...weighted(law()));
      return value;
    }
    return this.open(label, ...weighted(law())) as A;
  }

  flip(label: string, chance: () => W): boolean {
    if (this.recorded()) {
      const value = this.replay(label) as boolean;
      if (this.checking) this.compareAgain(COIN, this.coin(chance()));
      return value;
    }
    return this.open(label, COIN, this.coin(chance())) as boolean;
  }

  possible(label: string, mass: () => W): boolean {
    if (this.recorded()) {
      const value = this.replay(label) as boolean;
      if (this.checking) this.compareAgain([!this.field.isZero(mass())], [this.field.one]);
      return value;
    }
    return this.open(label, [!this.field.isZero(mass())], [this.field.one]) as boolean;
  }

  merge(label: string, key: () => string): void {
    if (this.endsAt(this.merges++, label, key)) throw MERGED;
  }

  /** The path's choices so far, for a report or as the fixed part of another exploration. */
  choices(): Choice[] {
    return [...this.fixed, ...this.branches.map(({ label, value }) => ({ label, value }))];
  }

  /** Weight of the path so far. */
  weight(): W {
    return this.branches.at(-1)?.prefix ?? this.base;
  }

  /** Before each run of the program. */
  restart(): void {
    this.depth = 0;
    this.merges = 0;
  }

  /** After a run that reached the program's end. */
  checkComplete(): void {
    if (this.recorded()) {
      throw new ProgramError("a replay ended before its last recorded choice: the program depends on something hidden");
    }
  }

  /** Moves to the next path in depth-first order; false when there is none. */
  next(): boolean {
    for (let last = this.branches.at(-1); last !== undefined; last = this.branches.at(-1)) {
      const index = this.firstPossible(last.weights, last.index + 1);
      if (index < last.weights.length) {
        last.index = index;
        last.value = last.values[index];
        last.prefix = this.field.mul(this.branches.at(-2)?.prefix ?? this.base, last.weights[index] as W);
        return true;
      }
      this.branches.pop();
    }
    return false;
  }

  private recorded(): boolean {
    return this.depth < this.fixed.length + this.branches.length;
  }

  private replay(label: string): unknown {
    const at = this.depth++;
    const known = (at < this.fixed.length ? this.fixed[at] : this.branches[at - this.fixed.length]) as Choice;
    if (known.label !== label) {
      throw new ProgramError(
        `a replay asked "${label}" where "${known.label}" was asked before: the program depends on something hidden`,
      );
    }
    return known.value;
  }

  private open(label: string, values: readonly unknown[], weights: readonly W[]): unknown {
    const index = this.firstPossible(weights, 0);
    if (index === weights.length) throw new ProgramError(`"${label}" draws from a law without mass`);
    const value = values[index];
    const prefix = this.field.mul(this.weight(), weights[index] as W);
    this.branches.push({ label, value, values, weights, index, prefix });
    this.depth++;
    return value;
  }

  private firstPossible(weights: readonly W[], from: number): number {
    let index = from;
    while (index < weights.length && this.field.isZero(weights[index] as W)) index++;
    return index;
  }

  private coin(heads: W): readonly W[] {
    return [heads, this.field.monus(this.field.one, heads)];
  }

  /** The law recorded for the last question must be the law that it asks again. Fixed choices have no recorded law. */
  private compareAgain(values: readonly unknown[], weights: readonly W[]): void {
    const branch = this.branches[this.depth - 1 - this.fixed.length];
    if (branch === undefined) return;
    const same =
      values.length === branch.values.length &&
      values.every((v, i) => v === branch.values[i] && this.field.equal(weights[i] as W, branch.weights[i] as W));
    if (!same) {
      throw new ProgramError(
        `"${branch.label}" has another law when it is asked again: the program depends on something hidden`,
      );
    }
  }
}

const weighted = <W, A>(law: Dist<W, A>): [readonly A[], readonly W[]] => [law.support, weightsOf(law)];
