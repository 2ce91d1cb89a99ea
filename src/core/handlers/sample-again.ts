import { type Dist, weightsOf } from "../law/dist.ts";
import { Thinned } from "../law/thinned.ts";
import { at as itemAt } from "../num/at.ts";
import type { DecidableField } from "../num/field.ts";
import type { Program } from "../program/program.ts";
import { answered, answerOf, Place, sameQuestion } from "./place.ts";
import { ProgramError } from "./program-error.ts";
import { type Asked, Recorder } from "./recorder.ts";
import type { Random } from "./sample.ts";

/** Every so many runs the program is run as if nothing were recorded, and must ask what is recorded. */
const CHECKED = 1000;

/** What all programs of one sampling may record together: questions and their possible answers. */
export interface Room {
  left: number;
}

/**
 * Runs one program again and again, each run with the draws of a plain {@link sample} and the same numbers from `random`.
 *
 * Between asks a program is pure: what it asks next depends on the answers alone. So its questions are recorded as a tree,
 * and a run along known answers only draws; the program itself runs where no run has been, and every thousandth time, when
 * it must ask what was recorded and end in the `same` result. `room` bounds the record; beyond it the program runs.
 */
export function sampleAgain<W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  same: (a: A, b: A) => boolean,
  room: Room,
): (random: Random) => A {
  const root = new Place<A>();
  const answers: number[] = [];
  let runs = 0;

  const ask = new Growing(field, root, room);
  /** Runs the program with the first `known` answers given. */
  const run = (random: Random, known: number): A => {
    ask.begin(random, answers, known);
    const value = program(ask);
    ask.checkComplete();
    const { at } = ask;
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
}

/** A question on the way through the tree: where it stands there, and the number of its answer. */
interface Step<A> extends Asked {
  readonly place: Place<A> | undefined;
}

/** Answers what is new by drawing; grows the tree there, and compares with it what it knows. */
class Growing<W, A> extends Recorder<W, Step<A>> {
  private readonly field: DecidableField<W>;
  private readonly root: Place<A>;
  private readonly room: Room;
  private random: Random = () => 0;
  /** Where the run has come to; undefined where there was no room to record it. */
  at: Place<A> | undefined;

  constructor(field: DecidableField<W>, root: Place<A>, room: Room) {
    super();
    this.field = field;
    this.root = root;
    this.room = room;
  }

  /** Begins a run of which the first `known` answers are given. */
  begin(random: Random, answers: readonly number[], known: number): void {
    this.restart();
    this.random = random;
    this.at = this.root;
    this.steps.length = 0;
    for (let step = 0; step < known; step++) {
      const place = this.at as Place<A>;
      const answer = itemAt(answers, step);
      this.steps.push({ kind: place.kind, label: place.label, value: answerOf(place, answer), place });
      this.descend(answer);
    }
  }

  protected answerSample<B>(label: string, law: () => Dist<W, B>): Step<A> {
    const { field } = this;
    const place = new Place<A>("sample", label);
    const asked = law();
    const drawn = asked instanceof Thinned ? (asked as Thinned<W, B>).base : asked;
    place.support = drawn.support;
    place.weights = weightsOf(drawn).map((weight) => field.toNumber(weight));
    if (asked instanceof Thinned) {
      place.kept = [];
      place.keep = (value) => field.toNumber((asked as Thinned<W, B>).keep(value as B));
    }
    return this.answer(place);
  }
  protected answerFlip(label: string, chance: () => W): Step<A> {
    const place = new Place<A>("flip", label);
    place.weights = [this.field.toNumber(chance())];
    return this.answer(place);
  }
  protected answerPossible(label: string, mass: () => W): Step<A> {
    const place = new Place<A>("possible", label);
    place.weights = this.field.isZero(mass()) ? IMPOSSIBLE : POSSIBLE;
    return this.answer(place);
  }
  /** Nothing is merged where one path is drawn. */
  override merge(): void {}
  protected answerMerge(): never {
    throw new ProgramError("a merge was recorded");
  }

  /** Draws the answer to what was asked, which is recorded if it is new. */
  private answer(asked: Place<A>): Step<A> {
    const { at, room } = this;
    if (at !== undefined) {
      if (at.weights === undefined && !at.ended) {
        at.take(asked);
        room.left -= asked.weights?.length as number;
      } else if (!sameQuestion(at, asked)) {
        throw new ProgramError(
          `"${asked.label}" was not what a run with the same answers asked: a program is pure between asks`,
        );
      }
    }
    const answer = answered(asked, this.random);
    this.descend(answer);
    return { kind: asked.kind, label: asked.label, value: answerOf(asked, answer), place: at };
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

const POSSIBLE: readonly number[] = [1];
const IMPOSSIBLE: readonly number[] = [0];
