import { type Dist, weightsOf } from "../law/dist.ts";
import { at as itemAt } from "../num/at.ts";
import { type DecidableField, sum } from "../num/field.ts";
import { frozenCopy } from "../program/frozen-copy.ts";
import { sameValue } from "../program/same-value.ts";
import { ProgramError } from "./program-error.ts";
import { type Asked, type Kind, Recorder } from "./recorder.ts";

/** One recorded choice: what was asked and what was answered. */
export type Choice = Asked;

/** A question on the path being explored, with all its answers; a fixed one has its answer only. */
interface Branch<W> extends Asked {
  value: unknown;
  readonly values: readonly unknown[];
  readonly weights: readonly W[];
  index: number;
  /** Weight of the path up to and including this choice. */
  prefix: W;
}

/** What is looked at in programs that are not trusted. */
export interface Checks {
  /** Every law must be the same when it is asked again. */
  readonly checking: boolean;
  /** Every law must have mass 1, every chance lie between 0 and 1. */
  readonly masses: boolean;
}

/** Unwinds a program at a merge point; constant, since it is thrown once a path. */
export const MERGED = Symbol("merged");

const COIN: readonly boolean[] = [true, false];
const NOTHING: readonly undefined[] = [undefined];
const NONE: readonly never[] = [];

/** Doubles that a program's arithmetic has rounded may miss 1 by this much. */
const ROUNDING = 1e-9;

/**
 * The questions of one depth-first exploration: answered from the record as far as it goes; the first new question opens
 * a branch on the first value of positive weight.
 */
export class Exploration<W> extends Recorder<W, Branch<W>> {
  private readonly field: DecidableField<W>;
  /** How many of the choices lead to the merge point from which this exploration starts; they stay as they are. */
  private readonly fixed: number;
  private readonly base: W;
  private readonly checks: Checks;
  /** Called at every merge point that is new on this path; true when the path ends there. */
  private readonly endsAt: (label: string, key: () => string) => boolean;

  constructor(
    field: DecidableField<W>,
    fixed: readonly Choice[],
    base: W,
    checks: Checks,
    endsAt: (label: string, key: () => string) => boolean,
  ) {
    super();
    this.field = field;
    this.fixed = fixed.length;
    this.base = base;
    this.checks = checks;
    this.endsAt = endsAt;
    for (const { kind, label, value } of fixed) {
      this.steps.push({ kind, label, value, values: NONE, weights: NONE, index: 0, prefix: base });
    }
  }

  protected answerSample<A>(label: string, law: () => Dist<W, A>): Branch<W> {
    const { support, weights } = this.lawOf(label, law());
    return this.open("sample", label, support, weights);
  }
  protected answerFlip(label: string, chance: () => W): Branch<W> {
    return this.open("flip", label, COIN, this.coin(label, chance()));
  }
  protected answerPossible(label: string, mass: () => W): Branch<W> {
    return this.open("possible", label, [!this.field.isZero(mass())], [this.field.one]);
  }
  protected answerMerge(label: string, key: () => string): Branch<W> {
    if (this.endsAt(label, key)) throw MERGED;
    return this.open("merge", label, NOTHING, [this.field.one]);
  }

  /** The path's choices so far, for a report. */
  choices(): Choice[] {
    return this.record().filter(({ kind }) => kind !== "merge");
  }

  /** The path's whole record, as the fixed part of an exploration that goes on from the merge point that was met. */
  record(): Choice[] {
    return this.steps.map(({ kind, label, value }) => ({ kind, label, value }));
  }

  /** Weight of the path so far. */
  weight(): W {
    return this.steps.at(-1)?.prefix ?? this.base;
  }

  /** Moves to the next path in depth-first order; false when there is none. */
  next(): boolean {
    for (let at = this.steps.length - 1; at >= this.fixed; at--) {
      const last = itemAt(this.steps, at);
      const index = this.firstPossible(last.weights, last.index + 1);
      if (index < last.weights.length) {
        last.index = index;
        last.value = last.values[index];
        last.prefix = this.field.mul(this.steps[at - 1]?.prefix ?? this.base, last.weights[index] as W);
        return true;
      }
      this.steps.pop();
    }
    return false;
  }

  protected override compare(known: Branch<W>, law: () => Dist<W, unknown>): void {
    if (!(this.checks.checking && this.confirming)) return;
    const { support, weights } = this.lawOf(known.label, law());
    this.compareAgain(known, support, weights);
  }

  protected override compareWeight(known: Branch<W>, weight: () => W): void {
    if (!(this.checks.checking && this.confirming)) return;
    if (known.kind === "flip") this.compareAgain(known, COIN, this.coin(known.label, weight()));
    else this.compareAgain(known, [!this.field.isZero(weight())], [this.field.one]);
  }

  private open(kind: Kind, label: string, values: readonly unknown[], weights: readonly W[]): Branch<W> {
    const index = this.firstPossible(weights, 0);
    if (index === weights.length) throw new ProgramError(`"${label}" draws from a law without mass`);
    const prefix = this.field.mul(this.weight(), weights[index] as W);
    return { kind, label, value: values[index], values, weights, index, prefix };
  }

  private firstPossible(weights: readonly W[], from: number): number {
    let index = from;
    while (index < weights.length && this.field.isZero(weights[index] as W)) index++;
    return index;
  }

  /** Values and weights; where the program is not trusted, checked to be a law, in copies that it cannot change. */
  private lawOf<A>(label: string, law: Dist<W, A>): { support: readonly A[]; weights: readonly W[] } {
    const weights = weightsOf(law);
    if (!this.checks.checking) return { support: law.support, weights };
    if (this.checks.masses) this.requireLaw(label, weights);
    return { support: frozenCopy(law.support, `the values of "${label}"`), weights: [...weights] };
  }

  private requireLaw(label: string, weights: readonly W[]): void {
    const { field } = this;
    const negative = weights.find((weight) => !(field.compare(weight, field.zero) >= 0));
    if (negative !== undefined) {
      this.refuse(`"${label}" draws from weights of which one is ${field.print(negative)}`);
    }
    const total = sum(field, weights);
    if (!field.isZero(total) && !this.isOne(total)) {
      this.refuse(`"${label}" draws from weights that sum to ${field.print(total)}; a law has mass 1`);
    }
  }

  private coin(label: string, heads: W): readonly W[] {
    const { field } = this;
    if (this.checks.masses && !(field.compare(heads, field.zero) >= 0 && field.compare(heads, field.one) <= 0)) {
      const sure = field.compare(heads, field.one) > 0 && this.isOne(heads);
      if (!sure) this.refuse(`"${label}" has the chance ${field.print(heads)}; a chance is from 0 to 1`);
    }
    return [heads, field.monus(field.one, heads)];
  }

  private isOne(weight: W): boolean {
    const { field } = this;
    return field.equal(weight, field.one) || (typeof weight === "number" && Math.abs(weight - 1) < ROUNDING);
  }

  /** The law recorded for a question must be the law that it asks again. Fixed choices have no recorded law. */
  private compareAgain(known: Branch<W>, values: readonly unknown[], weights: readonly W[]): void {
    if (known.values.length === 0) return;
    const same =
      values.length === known.values.length &&
      values.every((v, i) => sameValue(v, known.values[i]) && this.field.equal(weights[i] as W, known.weights[i] as W));
    if (!same) {
      this.refuse(`"${known.label}" has another law when it is asked again: the program depends on something hidden`);
    }
  }
}
