import { type Dist, weightsOf } from "../../core/law/dist.ts";

/** A law as code that is not trusted may have it: computed when it is first looked at, in lists that cannot be changed. */
class ReadOnlyLaw<W, A> implements Dist<W, A> {
  readonly #law: Dist<W, A>;
  readonly #name: string;
  #support: readonly A[] | undefined;
  #weights: readonly W[] | undefined;

  constructor(law: Dist<W, A>, name: string) {
    this.#law = law;
    this.#name = name;
    Object.freeze(ReadOnlyLaw.prototype);
    Object.freeze(this);
  }
  get support(): readonly A[] {
    this.#support ??= named(this.#law.support.slice(), `the support of ${this.#name}`);
    return this.#support;
  }
  get weights(): readonly W[] {
    this.#weights ??= named(weightsOf(this.#law).map(frozen), `the weights of ${this.#name}`);
    return this.#weights;
  }
  weight(value: A): W {
    return frozen(this.#law.weight(value));
  }
  get [Symbol.toStringTag](): string {
    return this.#name;
  }
}

const named = <A>(list: A[], name: string): readonly A[] => {
  Object.defineProperty(list, Symbol.toStringTag, { value: name });
  return Object.freeze(list);
};

/** Weights are values: nobody misses that they can no longer be written to. */
const frozen = <W>(weight: W): W => Object.freeze(weight);

/** The law, which a write to it will be told by this name. */
export function readOnlyLaw<W, A>(law: Dist<W, A>, name: string): Dist<W, A> {
  return new ReadOnlyLaw(law, name);
}
