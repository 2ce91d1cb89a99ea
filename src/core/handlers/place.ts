import { at } from "../num/at.ts";
import { sameValue } from "../program/same-value.ts";
import type { Kind } from "./recorder.ts";
import { pick, type Random } from "./sample.ts";

/** A question that a program asks after certain answers, or how it ends. Which one, a first run finds out. */
export class Place<A> {
  kind: Kind;
  label: string;
  /** Weights of the answers, as doubles; of a flip `[chance]`, of a mass `[1]` or `[0]`. Undefined before the first run and at an end. */
  weights: readonly number[] | undefined;
  /** Values of the answers; undefined for a flip. */
  support: readonly unknown[] | undefined;
  /** Chances to keep a drawn value, where a law is thinned; computed when first needed. */
  kept: number[] | undefined;
  keep: ((value: unknown) => number) | undefined;
  ended = false;
  end: A | undefined;
  readonly next: (Place<A> | undefined)[] = [];

  constructor(kind: Kind = "sample", label = "") {
    this.kind = kind;
    this.label = label;
  }
  /** Becomes the place of a question that was asked here for the first time. */
  take({ kind, label, weights, support, kept, keep }: Place<A>): void {
    Object.assign(this, { kind, label, weights, support, kept, keep });
  }
}

const asItIs = (weight: number): number => weight;

/** Draws the number of an answer. */
export function answered<A>({ kind, label, weights, support, kept, keep }: Place<A>, random: Random): number {
  if (kind === "possible") return at(weights as number[], 0);
  if (support === undefined) return random() < at(weights as number[], 0) ? 1 : 0;
  for (;;) {
    const answer = pick(label, weights as number[], asItIs, random());
    if (kept === undefined || keep === undefined) return answer;
    kept[answer] ??= keep(support[answer]);
    if (random() < at(kept, answer)) return answer;
  }
}

/** The answer of that number: of a flip and of a mass, 1 is yes. */
export function answerOf<A>({ support }: Place<A>, answer: number): unknown {
  return support === undefined ? answer === 1 : support[answer];
}

/** Is it the same question, with the same weights of the same answers? */
export function sameQuestion<A>(a: Place<A>, b: Place<A>): boolean {
  const [x, y] = [a.weights as readonly number[], b.weights as readonly number[]];
  if (a.kind !== b.kind || a.label !== b.label || a.ended || x.length !== y.length) {
    return false;
  }
  return x.every((weight, i) => Object.is(weight, y[i]) && sameValue(a.support?.[i], b.support?.[i]));
}
