import { type Dist, weightsOf } from "../dist/dist.ts";
import { Thinned } from "../dist/thinned.ts";
import type { DecidableField } from "../num/field.ts";
import type { Ask, Program } from "../program/program.ts";
import { ProgramError } from "./program-error.ts";
import { pick, type Random } from "./sample.ts";

/** Every so many runs the program is run as if nothing were recorded, and must ask what is recorded. */
const CHECKED = 1000;

/** What all programs of one sampling may record together: questions and their possible answers. */
export interface Room {
  left: number;
}

/** A question that a program asks after certain answers, or how it ends. Which one, a first run finds out. */
class Place<A> {
  label = "";
  /** Weights of the answers, as doubles; of a flip `[chance]`. Undefined before the first run and at an end. */
  weights: readonly number[] | undefined;
  /** Values of the answers; undefined for a flip. */
  support: readonly unknown[] | undefined;
  /** Chances to keep a drawn value, where a law is thinned; computed when first needed. */
  kept: number[] | undefined;
  keep: ((value: unknown) => number) | undefined;
  ended = false;
  end: A | undefined;
  readonly next: (Place<A> | undefined)[] = [];
}

/**
 * Runs one program again and again, each run with the draws of a plain {@link sample} and the same numbers from `random`.
 *
 * Between asks a program is pure: what it asks next depends on the answers alone. So its questions are recorded as a tree,
 * and a run along known answers only draws; the program itself runs where no run has been, and every thousandth time, when
 * it must ask what was recorded and end in the `same` result. `room` bounds the record; beyond it the program runs.
 */
export const sampleAgain = <W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  same: (a: A, b: A) => boolean,
  room: Room,
): ((random: Random) => A) => {
  const root = new Place<A>();
  const answers: number[] = [];
  let runs = 0;

  const ask = new Recorder(field, root, answers, room);
  /** Runs the program with the first `known` answers given. */
  const run = (random: Random, known: number): A => {
    ask.restart(random, known);
    const value = program(ask);
    const at = ask.place();
    if (at === undefined) return value;
    if (at.weights !== undefined || (at.ended && !same(at.end as A, value))) {
      throw new ProgramError("a second run with the same answers ended differently: a program is pure between asks");
    }
    if (!at.ended) at.end = value;
    at.ended = true;
    return at.end as A;
  };

  return (random) => {
    if (++runs % CHECKED === 0) return run(random, 0);
    let at = root;
    for (let step = 0; ; step++) {
      if (at.ended) return at.end as A;
      if (at.weights === undefined) return run(random, step);
      const answer = answered(at, random);
      answers[step] = answer;
      const next = at.next[answer];
      if (next === undefined) return run(random, step + 1);
      at = next;
    }
  };
};

const asItIs = (weight: number): number => weight;

/** Draws the number of an answer. */
const answered = <A>({ label, weights, support, kept, keep }: Place<A>, random: Random): number => {
  if (support === undefined) return random() < ((weights as number[])[0] as number) ? 1 : 0;
  for (;;) {
    const answer = pick(label, weights as number[], asItIs, random());
    if (kept === undefined || keep === undefined) return answer;
    kept[answer] ??= keep(support[answer]);
    if (random() < (kept[answer] as number)) return answer;
  }
};

/** Answers a program's questions, records those that are new and compares those that are not. */
class Recorder<W, A> implements Ask<W> {
  private readonly field: DecidableField<W>;
  private readonly root: Place<A>;
  private readonly answers: number[];
  private readonly room: Room;
  private random: Random = () => 0;
  private known = 0;
  private step = 0;
  private at: Place<A> | undefined;

  constructor(field: DecidableField<W>, root: Place<A>, answers: number[], room: Room) {
    this.field = field;
    this.root = root;
    this.answers = answers;
    this.room = room;
  }
  restart(random: Random, known: number): void {
    this.random = random;
    this.known = known;
    this.step = 0;
    this.at = this.root;
  }
  /** Where the run has come to; undefined where there was no room to record it. */
  place(): Place<A> | undefined {
    return this.at;
  }
  sample<B>(label: string, law: () => Dist<W, B>): B {
    if (this.step < this.known) {
      const { support } = this.at as Place<A>;
      return (support as readonly B[])[this.follow()] as B;
    }
    const asked = this.question<B>(label, law());
    return (asked.support as readonly B[])[this.answer(asked)] as B;
  }
  flip(label: string, chance: () => W): boolean {
    if (this.step < this.known) return this.follow() === 1;
    const asked = new Place<A>();
    asked.label = label;
    asked.weights = [this.field.toNumber(chance())];
    return this.answer(asked) === 1;
  }
  possible(_label: string, mass: () => W): boolean {
    return !this.field.isZero(mass());
  }
  merge(): void {}

  private question<B>(label: string, law: Dist<W, B>): Place<A> {
    const { field } = this;
    const place = new Place<A>();
    place.label = label;
    const drawn = law instanceof Thinned ? (law as Thinned<W, B>).base : law;
    place.support = drawn.support;
    place.weights = weightsOf(drawn).map((weight) => field.toNumber(weight));
    if (law instanceof Thinned) {
      place.kept = [];
      place.keep = (value) => field.toNumber((law as Thinned<W, B>).keep(value as B));
    }
    return place;
  }

  /** The next answer of those given. */
  private follow(): number {
    const answer = this.answers[this.step++] as number;
    this.descend(answer);
    return answer;
  }

  /** Draws the answer to what was asked, which is recorded if it is new. */
  private answer(asked: Place<A>): number {
    const { at, room } = this;
    if (at !== undefined) {
      if (at.weights === undefined && !at.ended) {
        Object.assign(at, asked, { next: at.next });
        room.left -= asked.weights?.length as number;
      } else if (!sameQuestion(at, asked)) {
        throw new ProgramError(
          `"${asked.label}" was not what a run with the same answers asked: a program is pure between asks`,
        );
      }
    }
    const answer = answered(asked, this.random);
    this.step++;
    this.descend(answer);
    return answer;
  }

  private descend(answer: number): void {
    const { at, room } = this;
    if (at === undefined) return;
    if (at.next[answer] === undefined && room.left > 0) {
      at.next[answer] = new Place();
      room.left--;
    }
    this.at = at.next[answer];
  }
}

const sameQuestion = <A>(a: Place<A>, b: Place<A>): boolean => {
  const [x, y] = [a.weights as readonly number[], b.weights as readonly number[]];
  if (
    a.label !== b.label ||
    a.ended ||
    x.length !== y.length ||
    (a.support === undefined) !== (b.support === undefined)
  ) {
    return false;
  }
  return x.every((weight, i) => Object.is(weight, y[i]) && Object.is(a.support?.[i], b.support?.[i]));
};
