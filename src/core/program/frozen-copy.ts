/** Deepest nesting copied. */
const DEEPEST = 50;

const UNNAMED = "what a program gives";

/**
 * A copy that cannot be changed: of lists, plain objects, maps and sets, with all that they hold; where there is a `name`, a
 * write is told that it touched the thing of that name. Instances of other classes stay as they are, since what is private to them cannot be copied.
 *
 * @throws TypeError where it holds a function, which may change what it does, or is nested beyond 50 levels.
 */
export function frozenCopy<A>(value: A, name?: string): A {
  return copy(value, name, 0) as A;
}

const copy = (value: unknown, name: string | undefined, level: number): unknown => {
  if (typeof value === "function") throw new TypeError(`${name ?? UNNAMED} holds a function: let it hold data only`);
  if (typeof value !== "object" || value === null) return value;
  if (level > DEEPEST) throw new TypeError(`${name ?? UNNAMED} is nested deeper than ${DEEPEST} levels`);
  const inside = (part: unknown): unknown => copy(part, name, level + 1);
  if (Array.isArray(value)) {
    const list = value.slice();
    for (let at = 0; at < list.length; at++) if (isCompound(list[at])) list[at] = inside(list[at]);
    return named(list, name);
  }
  if (value instanceof Map)
    return new FrozenMap(
      name ?? UNNAMED,
      [...value].map(([key, of]) => [inside(key), inside(of)] as const),
    );
  if (value instanceof Set) return new FrozenSet(name ?? UNNAMED, [...value].map(inside));
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const parts: Record<PropertyKey, unknown> = {};
  for (const key of Reflect.ownKeys(value)) {
    if (key === "__proto__") throw new TypeError(`${name ?? UNNAMED} has a part called __proto__`);
    parts[key] = inside(Reflect.get(value, key));
  }
  return named(parts, name);
};

const isCompound = (value: unknown): boolean =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** What a write to a frozen map or set is told. */
const refuse = (name: string): never => {
  throw new TypeError(`Cannot change ${name}`);
};

class FrozenMap<K, V> extends Map<K, V> {
  readonly #name: string | undefined;

  constructor(name: string, entries: readonly (readonly [K, V])[]) {
    super(entries);
    this.#name = name;
  }
  // The constructor of Map fills it through `set`, before there is a name.
  override set(key: K, value: V): this {
    return #name in this ? refuse(this.#name as string) : super.set(key, value);
  }
  override delete(): never {
    return refuse(this.#name as string);
  }
  override clear(): never {
    return refuse(this.#name as string);
  }
}

class FrozenSet<A> extends Set<A> {
  readonly #name: string | undefined;

  constructor(name: string, values: readonly A[]) {
    super(values);
    this.#name = name;
  }
  override add(value: A): this {
    return #name in this ? refuse(this.#name as string) : super.add(value);
  }
  override delete(): never {
    return refuse(this.#name as string);
  }
  override clear(): never {
    return refuse(this.#name as string);
  }
}

/** Frozen, and called by its name where somebody tries to write: "… of object '[object the state]'". */
const named = <A extends object>(value: A, name: string | undefined): A => {
  if (name !== undefined) Object.defineProperty(value, Symbol.toStringTag, { value: name, enumerable: false });
  return Object.freeze(value);
};
