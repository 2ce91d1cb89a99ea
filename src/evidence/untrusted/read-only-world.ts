import type { Dist } from "../../core/law/dist.ts";
import type { LanguageModel } from "../../core/models/model.ts";
import type { Tokenizer } from "../../core/vocab/tokenizer.ts";
import type { Side, Token } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import { readOnlyLaw } from "./read-only-law.ts";
import type { Watch } from "./watch.ts";

/**
 * The world as code that is not trusted may have it: nothing in it can be changed, and what is done with the contexts that
 * `watch` handed out is noted. Its laws are those of `world`, which that code never sees.
 */
export function readOnlyWorld<W>(world: World<W>, watch: Watch): World<W> {
  const { target, drafter, shared } = world;
  const sameIds = (committed: readonly Token<"target">[]): boolean =>
    committed.every((token) => Number(shared.toDrafter(token)) === token);
  const drafterModel = readOnlyModel(drafter, "drafter", watch, (context) => {
    // A drafter with the target's ids may be asked with the committed tokens as they are.
    const committed = watch.committed(context);
    if (committed === undefined || !sameIds(committed)) return watch.plain(context, "drafter");
    watch.uses.same = true;
    return committed as readonly number[] as readonly Token<"drafter">[];
  });
  return Object.freeze({
    ...world,
    field: Object.freeze({ ...world.field }),
    shared: readOnlyMethods(shared),
    target: readOnlyModel(target, "target", watch, (context) => watch.plain(context, "target")),
    drafter: drafterModel,
    sameTokens: (committed: readonly Token<"target">[]) => {
      watch.uses.same = true;
      return watch.hand(world.sameTokens(watch.plain(committed, "target")), "drafter", CONTEXT);
    },
    drafterContext: (committed: readonly Token<"target">[]) => {
      watch.uses.text = true;
      return watch.hand(world.drafterContext(watch.plain(committed, "target")), "drafter", CONTEXT);
    },
  });
}

const CONTEXT = "the drafter's context";

const readOnlyModel = <W, V extends Side>(
  model: LanguageModel<W, V>,
  side: V,
  watch: Watch,
  plain: (context: readonly Token<V>[]) => readonly Token<V>[],
): LanguageModel<W, V> => {
  const known = new WeakMap<Dist<W, Token<V>>, Dist<W, Token<V>>>();
  const law = (original: Dist<W, Token<V>>): Dist<W, Token<V>> => {
    let handed = known.get(original);
    if (handed === undefined) {
      handed = readOnlyLaw(original, `a law of the ${side}`);
      known.set(original, handed);
    }
    return handed;
  };
  return Object.freeze({
    tokenizer: readOnlyTokenizer(model.tokenizer),
    order: model.order,
    period: model.period,
    next: (context: readonly Token<V>[]) => law(model.next(plain(context))),
    score: (context: readonly Token<V>[], draft: readonly Token<V>[]) => {
      const laws = model.score(plain(context), watch.plain(draft, side));
      return Object.freeze((at: number) => law(laws(at)));
    },
    state: (context: readonly Token<V>[]) => model.state(plain(context)),
  });
};

const readOnlyTokenizer = <V extends string>(tokenizer: Tokenizer<V>): Tokenizer<V> =>
  Object.freeze({
    ...readOnlyMethods(tokenizer),
    vocabulary: readOnlyMethods(tokenizer.vocabulary),
    encode: (text) => tokenizer.encode(text).slice(),
    encodeDropping: (text) => tokenizer.encodeDropping(text).slice(),
  } satisfies Tokenizer<V>);

/** A frozen object with the properties and methods of another, class or not. */
const readOnlyMethods = <A extends object>(original: A): A => {
  const parts: Record<PropertyKey, unknown> = {};
  for (let at: object = original; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const key of Reflect.ownKeys(at)) {
      if (key === "constructor" || key in parts) continue;
      const value: unknown = Reflect.get(original, key);
      parts[key] = typeof value === "function" ? value.bind(original) : value;
    }
  }
  return Object.freeze(parts) as A;
};
