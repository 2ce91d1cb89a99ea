import type { Dist } from "../law/dist.ts";
import { frozenCopy } from "../program/frozen-copy.ts";
import type { Ask, Program } from "../program/program.ts";
import { sameValue } from "../program/same-value.ts";
import { EndlessRound, ProgramError } from "./program-error.ts";

/** What a program can ask. */
export type Kind = "sample" | "flip" | "possible" | "merge";

/** One question of a path, as it was asked and answered. */
export interface Asked {
  readonly kind: Kind;
  readonly label: string;
  readonly value: unknown;
}

/** Most questions on one path: far beyond every round that ends. */
const MOST_QUESTIONS = 1_500;

/**
 * Records what a program asks, and answers it alike when the program is run again: record, replay and the comparison of
 * labels, for every handler that runs a program more than once.
 *
 * A handler says how a question is answered that no run has asked before; what it returns is the record of that question.
 * Between asks a program is pure, so that a run along recorded answers asks the same questions: another kind, another label,
 * a missing or a further question is an error.
 */
export abstract class Recorder<W, S extends Asked> implements Ask<W> {
  protected readonly steps: S[] = [];
  protected depth = 0;
  /** The question whose law is being computed. */
  private computing: string | undefined;
  /** Every question must have been asked before, with the same law. */
  protected confirming = false;
  /** What was refused in this run: it stays refused where the program catches the error. */
  private refusal: string | undefined;

  protected abstract answerSample<A>(label: string, law: () => Dist<W, A>): S;
  protected abstract answerFlip(label: string, chance: () => W): S;
  protected abstract answerPossible(label: string, mass: () => W): S;
  protected abstract answerMerge(label: string, key: () => string): S;
  /** Compares what a recorded question asks now with its record, where the handler kept that and is told to. */
  protected compare(_known: S, _law: () => Dist<W, unknown>): void {}
  /** The same for a coin and for a mass. */
  protected compareWeight(_known: S, _weight: () => W): void {}

  sample<A>(label: string, law: () => Dist<W, A>): A {
    const known = this.lookUp("sample", label);
    if (known !== undefined) {
      this.compare(known, law);
      return known.value as A;
    }
    this.computing = label;
    return this.keep(this.answerSample(label, law)) as A;
  }

  flip(label: string, chance: () => W): boolean {
    const known = this.lookUp("flip", label);
    if (known !== undefined) {
      this.compareWeight(known, chance);
      return known.value as boolean;
    }
    this.computing = label;
    return this.keep(this.answerFlip(label, chance)) as boolean;
  }

  possible(label: string, mass: () => W): boolean {
    const known = this.lookUp("possible", label);
    if (known !== undefined) {
      this.compareWeight(known, mass);
      return known.value as boolean;
    }
    this.computing = label;
    return this.keep(this.answerPossible(label, mass)) as boolean;
  }

  merge(label: string, key: () => string): void {
    if (this.lookUp("merge", label) === undefined) {
      this.computing = label;
      this.keep(this.answerMerge(label, key));
    }
  }

  /** Before each run of the program. */
  restart(): void {
    this.depth = 0;
    this.computing = undefined;
    this.confirming = false;
    this.refusal = undefined;
  }

  /** After a run that reached the program's end. */
  checkComplete(): void {
    if (this.refusal !== undefined) throw new ProgramError(this.refusal);
    if (this.computing !== undefined) {
      throw new ProgramError(`an error was caught while the law of "${this.computing}" was computed: let it pass`);
    }
    if (this.depth < this.steps.length) {
      throw new ProgramError("a replay ended before its last recorded choice: the program depends on something hidden");
    }
  }

  /**
   * The program's value on the recorded path, as a copy of its own, once a second run along the same choices has given the
   * same one: the same questions with the same laws, the same result and state.
   */
  confirmed<A>(program: Program<W, A>, value: A): A {
    const first = frozenCopy(value);
    this.restart();
    this.confirming = true;
    const second = program(this);
    this.confirming = false;
    this.checkComplete();
    if (!sameValue(first, frozenCopy(second))) {
      this.refuse("run again along the same choices, the program gave another result: it depends on something hidden");
    }
    return first;
  }

  /** The record of the next question; undefined where none was asked before. */
  private lookUp(kind: Kind, label: string): S | undefined {
    if (this.computing !== undefined) this.refuseInside(label);
    const known = this.steps[this.depth];
    if (known === undefined) {
      if (this.confirming) this.refuseNew(label);
      if (this.depth >= MOST_QUESTIONS) this.refuseLoop(label);
      return undefined;
    }
    if (known.kind !== kind || known.label !== label) this.refuseOther(known, kind, label);
    this.depth++;
    return known;
  }

  private keep(step: S): unknown {
    this.computing = undefined;
    this.steps.push(step);
    this.depth++;
    return step.value;
  }

  /** The program broke a rule of the language. */
  protected refuse(message: string): never {
    this.refusal ??= message;
    throw new ProgramError(message);
  }

  private refuseInside(label: string): never {
    this.refuse(
      `"${label}" is asked while the law of "${this.computing}" is computed: ask before, and use the answer in the law`,
    );
  }

  private refuseNew(label: string): never {
    this.refuse(`a replay asked "${label}" after its last recorded choice: the program depends on something hidden`);
  }

  private refuseLoop(label: string): never {
    const times = this.steps.filter((step) => step.label === label).length;
    this.refusal ??= `a round asked more than ${MOST_QUESTIONS.toLocaleString("en")} questions on one path, "${label}" ${times} times: a loop that draws until something is accepted may never end; thinned(p, keep) is the law of such a draw`;
    throw new EndlessRound(this.refusal);
  }

  private refuseOther(known: Asked, kind: Kind, label: string): never {
    const was = known.kind === kind ? `"${known.label}"` : `"${known.label}" (${known.kind})`;
    const now = known.kind === kind ? `"${label}"` : `"${label}" (${kind})`;
    this.refuse(`a replay asked ${now} where ${was} was asked before: the program depends on something hidden`);
  }
}
