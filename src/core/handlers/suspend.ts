import type { Dist } from "../law/dist.ts";
import { at } from "../num/at.ts";
import type { DecidableField } from "../num/field.ts";
import type { Ask, Program } from "../program/program.ts";
import { Pending } from "./pending.ts";
import { type Asked, type Kind, Recorder } from "./recorder.ts";
import { type Random, sampler } from "./sample.ts";

/**
 * The handler that draws while models take their time: where an answer is missing it waits, and runs the program again.
 *
 * Questions that were answered before are answered alike; a question that a missing answer interrupted is asked again
 * with the same random numbers. So the result is that of {@link sample} with the same randomness and models that answer
 * at once, whatever is missing when.
 */
export async function suspend<W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  random: Random,
  signal?: AbortSignal,
): Promise<A> {
  const record = new Drawing(field, random);
  for (;;) {
    signal?.throwIfAborted();
    record.restart();
    try {
      const value = program(record);
      record.checkComplete();
      return value;
    } catch (thrown) {
      if (!(thrown instanceof Pending)) throw thrown;
      await thrown.fetch();
    }
  }
}

/** Draws what is not recorded, with the same numbers again where a missing answer interrupted. */
class Drawing<W> extends Recorder<W, Asked> {
  /** Random numbers of the question that is being asked. */
  private readonly drawn: number[] = [];
  private used = 0;
  private readonly draw: Ask<W>;

  constructor(field: DecidableField<W>, random: Random) {
    super();
    this.draw = sampler(field, () => {
      if (this.used === this.drawn.length) this.drawn.push(random());
      return at(this.drawn, this.used++);
    });
  }

  override restart(): void {
    super.restart();
    this.used = 0;
  }
  protected answerSample<A>(label: string, law: () => Dist<W, A>): Asked {
    return this.answered("sample", label, this.draw.sample(label, law));
  }
  protected answerFlip(label: string, chance: () => W): Asked {
    return this.answered("flip", label, this.draw.flip(label, chance));
  }
  protected answerPossible(label: string, mass: () => W): Asked {
    return this.answered("possible", label, this.draw.possible(label, mass));
  }
  protected answerMerge(label: string): Asked {
    return this.answered("merge", label, undefined);
  }

  private answered(kind: Kind, label: string, value: unknown): Asked {
    this.drawn.length = 0;
    this.used = 0;
    return { kind, label, value };
  }
}
