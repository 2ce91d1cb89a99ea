import { type Dist, dist } from "../../dist/dist.ts";
import { type LanguageModel, scoreByNext } from "../../models/model.ts";
import { Expr } from "../../num/expr.ts";
import type { Field } from "../../num/field.ts";
import { sharedExpr } from "../../num/shared-expr.ts";
import type { Tokenizer } from "../../vocab/tokenizer.ts";
import { type Side, type Token, tokensOf } from "../../vocab/vocabulary.ts";
import { world as createWorld, type World } from "../../worlds/world.ts";
import type { Ring } from "./ring.ts";

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
}

export const formulas = (): Formulas => {
  const unknowns = new Map<string, Expr>();
  return {
    field: sharedExpr(),
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
  { field, unknown }: Formulas,
  ring: Ring,
  zeros: ReadonlySet<string>,
): LanguageModel<Expr, V> => {
  const side = tokenizer.vocabulary.name;
  const laws = new Map<string, Dist<Expr, Token<V>>>();
  const next = (context: readonly Token<V>[]): Dist<Expr, Token<V>> => {
    const key = context.join();
    const known = laws.get(key);
    if (known !== undefined) return known;
    const name = (token: Token<V>): string => `${side === "target" ? "p" : "q"}(${token}|${key})`;
    const tokens = tokensOf(tokenizer.vocabulary).filter((token) => !zeros.has(name(token)));
    if (tokens.length === 0) throw new EmptyCase();
    const probabilities = tokens.map((token) => unknown(name(token)));
    ring.addLaw({ side, context: [...context], tokens, formulas: probabilities });
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

/** The same token strings, lookahead and candidates, with unknown laws at every context and an empty prompt. */
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
    prompt: "",
    lookahead,
    candidates,
  });
};
