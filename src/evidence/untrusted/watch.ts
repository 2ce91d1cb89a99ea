import { ProgramError } from "../../core/handlers/program-error.ts";
import type { Side, Token } from "../../core/vocab/vocabulary.ts";

/** A context that a round was handed, or a list that it made from one and goes on appending to. */
interface Handed {
  readonly tokens: readonly number[];
  readonly side: Side;
}

/** Array methods that change their list. */
const WRITES: ReadonlySet<PropertyKey> = new Set([
  "copyWithin",
  "fill",
  "pop",
  "push",
  "reverse",
  "shift",
  "sort",
  "splice",
  "unshift",
]);

/**
 * Hands out contexts and notes what is read of them.
 *
 * A context may be passed on whole to the models of the world, also after `slice()` and with tokens appended by `concat` or
 * `push`: what comes back then depends on the model's state alone. Everything else that is looked at, a length, a token, all
 * of it, is noted in `read`. A write to what was handed out is an error that names it.
 */
export class Watch {
  /** What was read first besides what models were asked, in words. */
  read: string | undefined;
  /** A write that was refused: it stays refused where the round catches the error. */
  refusal: string | undefined;
  /** Which contexts of the drafter a round has asked for: each names a state that the round depends on. */
  readonly uses: { same: boolean; text: boolean } = { same: false, text: false };
  readonly #handed = new WeakMap<object, Handed>();

  /** The tokens as an object that can be read and not written. */
  hand<V extends Side>(tokens: readonly Token<V>[], side: V, name: string): readonly Token<V>[] {
    return this.own(Object.freeze(tokens.slice()), side, name, tokens.length);
  }

  /** A list of the round's own, of which the first `base` tokens were handed out; frozen lists were handed out whole. */
  own<V extends Side>(list: readonly Token<V>[], side: V, name: string, base: number): readonly Token<V>[] {
    const proxy: readonly Token<V>[] = new Proxy(list, new Watched(this, list, side, name, base));
    this.#handed.set(proxy, { tokens: list, side });
    return proxy;
  }

  /** The tokens of a context that was handed out, or of the round's own list. */
  plain<V extends Side>(tokens: readonly Token<V>[], side: V): readonly Token<V>[] {
    const handed = this.#handed.get(tokens);
    if (handed === undefined) return Array.from(tokens);
    if (handed.side !== side) this.note(`the ids of the ${handed.side}'s tokens`);
    return handed.tokens as readonly Token<V>[];
  }

  /** The target's tokens behind a context, where it is one of theirs that was handed out. */
  committed(tokens: readonly number[]): readonly Token<"target">[] | undefined {
    const handed = this.#handed.get(tokens);
    return handed?.side === "target" ? (handed.tokens as readonly Token<"target">[]) : undefined;
  }

  note(what: string): void {
    this.read ??= what;
  }
}

/** What a list that is watched does when it is read or written. */
class Watched<V extends Side> implements ProxyHandler<readonly Token<V>[]> {
  readonly #watch: Watch;
  readonly #list: readonly Token<V>[];
  readonly #side: V;
  readonly #name: string;
  readonly #base: number;

  constructor(watch: Watch, list: readonly Token<V>[], side: V, name: string, base: number) {
    this.#watch = watch;
    this.#list = list;
    this.#side = side;
    this.#name = name;
    this.#base = base;
  }

  get(_target: readonly Token<V>[], property: PropertyKey): unknown {
    if (property === "slice") return this.#slice;
    if (property === "concat") return this.#concat;
    const frozen = Object.isFrozen(this.#list);
    if (property === "push" && !frozen) return this.#push;
    if (frozen && WRITES.has(property)) return this.#refuse;
    if (property !== "constructor" && property !== Symbol.toStringTag) this.#noteRead(property);
    const value: unknown = Reflect.get(this.#list, property);
    return typeof value === "function" && property !== "constructor" ? value.bind(this.#list) : value;
  }
  has(_target: readonly Token<V>[], property: PropertyKey): boolean {
    this.#watch.note(`the length of ${this.#name}`);
    return property in this.#list;
  }
  getOwnPropertyDescriptor(_target: readonly Token<V>[], property: PropertyKey): PropertyDescriptor | undefined {
    this.#watch.note(`all of ${this.#name}`);
    return Reflect.getOwnPropertyDescriptor(this.#list, property);
  }
  ownKeys(): (string | symbol)[] {
    this.#watch.note(`all of ${this.#name}`);
    return Reflect.ownKeys(this.#list);
  }
  set(_target: readonly Token<V>[], property: PropertyKey, value: unknown): boolean {
    this.#requireOwn();
    return Reflect.set(this.#list, property, value);
  }
  defineProperty(_target: readonly Token<V>[], property: PropertyKey, attributes: PropertyDescriptor): boolean {
    this.#requireOwn();
    return Reflect.defineProperty(this.#list, property, attributes);
  }
  deleteProperty(): never {
    return this.#refuse();
  }
  setPrototypeOf(): never {
    return this.#refuse();
  }
  preventExtensions(): never {
    return this.#refuse();
  }

  readonly #slice = (from = 0, to?: number): readonly Token<V>[] => {
    if (from === 0 && to === undefined) return this.#copy(this.#list.slice());
    this.#watch.note(`a part of ${this.#name}`);
    return this.#list.slice(from, to);
  };
  readonly #concat = (...more: (Token<V> | readonly Token<V>[])[]): readonly Token<V>[] =>
    this.#copy(this.#list.concat(...more.map((one) => (isList(one) ? this.#watch.plain(one, this.#side) : one))));
  readonly #push = (...more: Token<V>[]): number => (this.#list as Token<V>[]).push(...more);
  readonly #refuse = (): never => {
    this.#watch.refusal = `the round writes to ${this.#name}, which it was handed: it must copy before it changes anything`;
    throw new ProgramError(this.#watch.refusal);
  };

  #copy(list: readonly Token<V>[]): readonly Token<V>[] {
    return this.#watch.own(list, this.#side, this.#name, this.#base);
  }
  /** A change of the round's own list makes of it another context than the one that was handed out. */
  #requireOwn(): void {
    if (Object.isFrozen(this.#list)) this.#refuse();
    this.#watch.note(`a place of ${this.#name}`);
  }
  #noteRead(property: PropertyKey): void {
    if (property === "length") this.#watch.note(`the length of ${this.#name}`);
    else if (typeof property !== "string" || !/^\d+$/.test(property)) this.#watch.note(`all of ${this.#name}`);
    else if (Number(property) < this.#base) this.#watch.note(`token ${property} of ${this.#name}`);
  }
}

const isList = <A>(value: A | readonly A[]): value is readonly A[] => Array.isArray(value);
