import { ProgramError } from "../../handlers/program-error.ts";
import type { Side, Token } from "../../vocab/vocabulary.ts";

/** A context that a round was handed, or a list that it made from one and goes on appending to. */
interface Handed {
  readonly tokens: readonly number[];
  readonly side: Side;
}

/** Array methods that change their list. */
const WRITES: ReadonlySet<string> = new Set([
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
  /** Which contexts of the drafter a round has asked for: each names a state that the round depends on. */
  readonly uses: { same: boolean; text: boolean } = { same: false, text: false };
  readonly #handed = new WeakMap<object, Handed>();

  /** The tokens as an object that can be read and not written. */
  hand<V extends Side>(tokens: readonly Token<V>[], side: V, name: string): readonly Token<V>[] {
    return this.#own(tokens, side, name, tokens.length, true);
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

  /** The first `base` tokens were handed out; what follows them the round has appended itself. */
  #own<V extends Side>(
    tokens: readonly Token<V>[],
    side: V,
    name: string,
    base: number,
    frozen: boolean,
  ): readonly Token<V>[] {
    const list = tokens.slice();
    if (frozen) Object.freeze(list);
    const copy = (items: readonly Token<V>[]) => this.#own(items, side, name, base, false);
    const refuse = (): never => {
      throw new ProgramError(
        `the round writes to ${name}, which it was handed: it must copy before it changes anything`,
      );
    };
    const proxy: readonly Token<V>[] = new Proxy(list, {
      get: (_target, property) => {
        if (property === "slice") {
          return (from = 0, to?: number) => {
            if (from === 0 && to === undefined) return copy(list);
            this.note(`a part of ${name}`);
            return list.slice(from, to);
          };
        }
        if (property === "concat") {
          return (...more: (Token<V> | readonly Token<V>[])[]) =>
            copy(list.concat(...more.map((one) => (Array.isArray(one) ? this.plain(one, side) : one) as Token<V>)));
        }
        if (property === "push" && !frozen) return (...more: Token<V>[]) => list.push(...more);
        if (typeof property === "string" && WRITES.has(property) && frozen) return refuse;
        if (typeof property === "string" && /^\d+$/.test(property)) {
          if (Number(property) < base) this.note(`token ${property} of ${name}`);
        } else if (property === "length") this.note(`the length of ${name}`);
        else if (property !== "constructor" && property !== Symbol.toStringTag) this.note(`all of ${name}`);
        const value: unknown = Reflect.get(list, property);
        return typeof value === "function" && property !== "constructor" ? value.bind(list) : value;
      },
      has: (_target, property) => {
        this.note(`the length of ${name}`);
        return property in list;
      },
      getOwnPropertyDescriptor: (_target, property) => {
        this.note(`all of ${name}`);
        return Reflect.getOwnPropertyDescriptor(list, property);
      },
      ownKeys: () => {
        this.note(`all of ${name}`);
        return Reflect.ownKeys(list);
      },
      set: (_target, property, value) => {
        if (frozen) refuse();
        this.note(`a place of ${name}`);
        return Reflect.set(list, property, value);
      },
      defineProperty: (_target, property, attributes) => {
        if (frozen) refuse();
        this.note(`a place of ${name}`);
        return Reflect.defineProperty(list, property, attributes);
      },
      deleteProperty: refuse,
      setPrototypeOf: refuse,
    });
    this.#handed.set(proxy, { tokens: list, side });
    return proxy;
  }
}
