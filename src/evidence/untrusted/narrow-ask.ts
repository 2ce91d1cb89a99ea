import { ProgramError } from "../../core/handlers/program-error.ts";
import type { Dist } from "../../core/law/dist.ts";
import type { Ask } from "../../core/program/program.ts";

/** The four questions and nothing else of the handler that answers them, which a program could otherwise change. */
export class NarrowAsk<W> implements Ask<W> {
  readonly #ask: Ask<W>;

  constructor(ask: Ask<W>) {
    this.#ask = ask;
    Object.freeze(NarrowAsk.prototype);
    Object.freeze(this);
  }
  sample<A>(label: string, law: () => Dist<W, A>): A {
    return this.#ask.sample(named(label), law);
  }
  flip(label: string, chance: () => W): boolean {
    return this.#ask.flip(named(label), chance);
  }
  possible(label: string, mass: () => W): boolean {
    return this.#ask.possible(named(label), mass);
  }
  merge(label: string, key: () => string): void {
    this.#ask.merge(named(label), key);
  }
}

const named = (label: unknown): string => {
  if (typeof label === "string") return label;
  throw new ProgramError(`a question has the label ${String(label)}; a label is a text`);
};
