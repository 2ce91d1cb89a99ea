import type { Dist } from "../dist/dist.ts";
import type { DecidableField } from "../num/field.ts";
import type { Ask, Program } from "../program/program.ts";
import { Pending } from "./pending.ts";
import { ProgramError } from "./program-error.ts";
import { type Random, sampler } from "./sample.ts";

/**
 * The handler that draws while models take their time: where an answer is missing it waits, and runs the program again.
 *
 * Questions that were answered before are answered alike; a question that a missing answer interrupted is asked again
 * with the same random numbers. So the result is that of {@link sample} with the same randomness and models that answer
 * at once, whatever is missing when.
 */
export const suspend = async <W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  random: Random,
  signal?: AbortSignal,
): Promise<A> => {
  const record = new Recorded(field, random);
  for (;;) {
    signal?.throwIfAborted();
    record.restart();
    try {
      return program(record);
    } catch (thrown) {
      if (!(thrown instanceof Pending)) throw thrown;
      await thrown.fetch();
    }
  }
};

/** Answers questions from the record as far as it goes, then draws and records. */
class Recorded<W> implements Ask<W> {
  private readonly labels: string[] = [];
  private readonly values: unknown[] = [];
  private at = 0;
  /** Random numbers of the question that is being asked. */
  private readonly drawn: number[] = [];
  private used = 0;
  private readonly draw: Ask<W>;

  constructor(field: DecidableField<W>, random: Random) {
    this.draw = sampler(field, () => {
      if (this.used === this.drawn.length) this.drawn.push(random());
      return this.drawn[this.used++] as number;
    });
  }

  restart(): void {
    this.at = 0;
    this.used = 0;
  }
  sample<A>(label: string, law: () => Dist<W, A>): A {
    return (this.recorded(label) ? this.values[this.at++] : this.keep(label, this.draw.sample(label, law))) as A;
  }
  flip(label: string, chance: () => W): boolean {
    return (this.recorded(label) ? this.values[this.at++] : this.keep(label, this.draw.flip(label, chance))) as boolean;
  }
  possible(label: string, mass: () => W): boolean {
    return (
      this.recorded(label) ? this.values[this.at++] : this.keep(label, this.draw.possible(label, mass))
    ) as boolean;
  }
  merge(): void {}

  private recorded(label: string): boolean {
    if (this.at === this.values.length) return false;
    const before = this.labels[this.at];
    if (before === label) return true;
    throw new ProgramError(
      `run again, the program asked "${label}" where it had asked "${before}": it depends on something hidden`,
    );
  }
  private keep<A>(label: string, value: A): A {
    this.labels.push(label);
    this.values.push(value);
    this.at += 1;
    this.drawn.length = 0;
    this.used = 0;
    return value;
  }
}
