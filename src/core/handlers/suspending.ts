import type { Dist } from "../law/dist.ts";
import type { AsyncModel } from "../models/async-model.ts";
import { type LanguageModel, scored } from "../models/model.ts";
import { at as itemAt } from "../num/at.ts";
import type { Token } from "../vocab/vocabulary.ts";
import { Pending } from "./pending.ts";

/** The law after some tokens, and what comes after each next one. */
interface Node<W, V extends string> {
  law?: Dist<W, Token<V>>;
  readonly after: Map<Token<V>, Node<W, V>>;
}

/** The answers after one context, by what was appended to it. */
interface Base<W, V extends string> {
  readonly context: readonly Token<V>[];
  readonly root: Node<W, V>;
}

/** A synchronous model over an asynchronous one: it knows what was computed since the last `forget`. */
export interface Suspending<W, V extends string> {
  readonly model: LanguageModel<W, V>;
  /** Drops the answers: a round needs only its own, and the model has its cache. */
  forget(): void;
}

/**
 * A model that answers from memory, and throws {@link Pending} where the asynchronous model must be asked first.
 *
 * All contexts of a round are one committed context and what the round appended, so an answer is found by comparing the
 * former, once, and walking the latter.
 */
export function suspending<W, V extends string>(source: AsyncModel<W, V>): Suspending<W, V> {
  const bases: Base<W, V>[] = [];

  const nodeOf = (context: readonly Token<V>[], draft: readonly Token<V>[] = []): Node<W, V> => {
    const begins = (base: Base<W, V>): boolean => {
      const { length } = base.context;
      if (length > context.length) return false;
      for (let at = length - 1; at >= 0; at--) if (base.context[at] !== context[at]) return false;
      return true;
    };
    let base = bases.find(begins);
    if (base === undefined) {
      base = { context: context.slice(), root: { after: new Map() } };
      bases.push(base);
    }
    let node = base.root;
    for (let at = base.context.length; at < context.length; at++) node = follow(node, itemAt(context, at));
    for (const token of draft) node = follow(node, token);
    return node;
  };

  const pending = (context: readonly Token<V>[], draft: readonly Token<V>[]): Pending => {
    const [before, appended] = [context.slice(), draft.slice()];
    return new Pending(async () => {
      let node = nodeOf(before);
      const laws = await source.score(before, appended);
      for (let at = 0; at <= appended.length; at++) {
        if (at > 0) node = follow(node, itemAt(appended, at - 1));
        node.law ??= laws(at);
      }
    });
  };

  const { tokenizer, order, period, state } = source;
  return {
    forget: () => {
      bases.length = 0;
    },
    model: {
      tokenizer,
      order,
      period,
      state,
      next: (context) => {
        const { law } = nodeOf(context);
        if (law === undefined) throw pending(context, []);
        return law;
      },
      score: (context, draft) => {
        let node = nodeOf(context);
        const laws: Dist<W, Token<V>>[] = [];
        for (let at = 0; ; at++) {
          if (node.law === undefined) throw pending(context, draft);
          laws.push(node.law);
          if (at === draft.length) return scored(laws);
          node = follow(node, itemAt(draft, at));
        }
      },
    },
  };
}

const follow = <W, V extends string>(node: Node<W, V>, token: Token<V>): Node<W, V> => {
  let next = node.after.get(token);
  if (next === undefined) {
    next = { after: new Map() };
    node.after.set(token, next);
  }
  return next;
};
