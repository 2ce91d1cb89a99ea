import { type Dist, dist } from "../../dist/dist.ts";
import { type LanguageModel, scoreByNext } from "../../models/model.ts";
import { Expr } from "../../num/expr.ts";
import type { Field } from "../../num/field.ts";
import { sharedExpr } from "../../num/shared-expr.ts";
import type { Text } from "../../vocab/text.ts";
import type { Tokenizer } from "../../vocab/tokenizer.ts";
import { type Side, type Token, tokensOf } from "../../vocab/vocabulary.ts";
import { world as createWorld, type World } from "../../worlds/world.ts";
import type { Ring, UnknownLaw } from "./ring.ts";

/** A case sets all probabilities of one law to zero: there are no such laws. */
export class EmptyCase extends Error {
  constructor() {
    super("a law without mass");
    this.name = "EmptyCase";
  }
}

/** The formulas of one row: unknowns by name, and operations on them, shared between its cases. */
export interface Formulas {
  readonly field: Field<Expr>;
  unknown(name: string): Expr;
  /** Every law that was asked for in some case. */
  readonly seen: Map<string, UnknownLaw>;
}

export const formulas = (): Formulas => {
  const unknowns = new Map<string, Expr>();
  return {
    field: sharedExpr(),
    seen: new Map(),
    unknown: (name) => {
      const known = unknowns.get(name) ?? Expr.variable(name);
      unknowns.set(name, known);
      return known;
    },
  };
};

/** A model with one unknown law for each context; every law is told to the ring when it is first asked for. */
const unknownModel = <V extends Side>(
  tokenizer: Tokenizer<V>,
  { field, unknown, seen }: Formulas,
  ring: Ring,
  zeros: ReadonlySet<string>,
): LanguageModel<Expr, V> => {
  const side = tokenizer.vocabulary.name;
  const laws = new Map<string, Dist<Expr, Token<V>>>();
  const next = (context: readonly Token<V>[]): Dist<Expr, Token<V>> => {
    const key = context.join();
    const known = laws.get(key);
    if (known !== undefined) return known;
    const name = (token: Token<V>): string => `${side === "target" ? "p" : "q"}(${token} after ${key})`;
    const tokens = tokensOf(tokenizer.vocabulary).filter((token) => !zeros.has(name(token)));
    if (tokens.length === 0) throw new EmptyCase();
    const probabilities = tokens.map((token) => unknown(name(token)));
    // The ring eliminates the last one; proposals by text have the shortest formulas without the first token's.
    const order = tokens.map((_, at) => (at + 2) % tokens.length);
    const unknownLaw: UnknownLaw = {
      side,
      context: [...context],
      tokens: order.map((at) => tokens[at] as Token<V>),
      formulas: order.map((at) => probabilities[at] as Expr),
    };
    ring.addLaw(unknownLaw);
    seen.set(`${side} ${key}`, unknownLaw);
    const law = dist(field, tokens, tokens.length === 1 ? [field.one] : probabilities);
    laws.set(key, law);
    return law;
  };
  return {
    tokenizer,
    order: Number.POSITIVE_INFINITY,
    period: 1,
    next,
    score: scoreByNext(next),
    state: (context) => context.join(),
  };
};

/**
 * A prompt that both tokenise to itself: one token that they share, or no text where there is none. The contexts of a round
 * are those of any other such prompt, under other names.
 */
export const plainPrompt = <W>({ target, drafter, shared }: World<W>): Text => {
  const isItself = <V extends Side>({ tokenizer }: LanguageModel<W, V>, token: Token<V>): boolean =>
    tokenizer.encode(tokenizer.vocabulary.text(token)).join() === String(token);
  const { vocabulary } = target.tokenizer;
  const plain = tokensOf(vocabulary).find((token) => {
    const same = shared.toDrafter(token);
    return token !== vocabulary.eos && same !== undefined && isItself(target, token) && isItself(drafter, same);
  });
  return plain === undefined ? "" : vocabulary.text(plain);
};

/** The same token strings, lookahead and candidates, with unknown laws at every context. */
export const unknownWorld = <W>(
  world: World<W>,
  parts: Formulas,
  ring: Ring,
  zeros: ReadonlySet<string>,
): World<Expr> => {
  const { name, target, drafter, lookahead, candidates } = world;
  return createWorld({
    name,
    field: parts.field,
    target: unknownModel(target.tokenizer, parts, ring, zeros),
    drafter: unknownModel(drafter.tokenizer, parts, ring, zeros),
    prompt: plainPrompt(world),
    lookahead,
    candidates,
  });
};
