import { type Dist, dist } from "../../../core/law/dist.ts";
import { type LanguageModel, scoreByNext } from "../../../core/models/model.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import { Expr } from "../../../core/num/expr.ts";
import type { Field } from "../../../core/num/field.ts";
import { sharedExpr } from "../../../core/num/shared-expr.ts";
import type { Text } from "../../../core/vocab/text.ts";
import type { Tokenizer } from "../../../core/vocab/tokenizer.ts";
import { type Side, type Token, tokensOf } from "../../../core/vocab/vocabulary.ts";
import { createWorld, type World } from "../../../core/worlds/world.ts";
import type { Ring, UnknownLaw } from "./ring.ts";

/** A case sets all probabilities of one law to zero: there are no such laws. */
export class EmptyCase extends Error {
  constructor() {
    super("a law without mass");
    this.name = "EmptyCase";
  }
}

/**
 * Whose probability is written as 1 minus the others: the last token that the other side lacks, the last, or the
 * second token. What is
 * true does not depend on it, what a normal form shows does, and how fast.
 */
export type Eliminated = "own" | "last" | "second";

/** The ways that differ in this world. */
export function eliminations<W>({ target, drafter, shared }: World<W>): Eliminated[] {
  const endsWithOwn = <V extends Side>({ tokenizer }: LanguageModel<W, V>, isOwn: (token: Token<V>) => boolean) => {
    const tokens = tokensOf(tokenizer.vocabulary);
    return !tokens.some(isOwn) || isOwn(tokens.at(-1) as Token<V>);
  };
  const same =
    endsWithOwn(target, (token) => shared.toDrafter(token) === undefined) &&
    endsWithOwn(drafter, (token) => shared.toTarget(token) === undefined);
  return same ? ["own", "second"] : ["own", "last", "second"];
}

/** The formulas of one row: unknowns by name, and operations on them, shared between its cases. */
export interface Formulas {
  readonly field: Field<Expr>;
  unknown(name: string): Expr;
  /** Every law that was asked for in some case. */
  readonly seen: Map<string, UnknownLaw>;
}

export function formulas(): Formulas {
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
}

/** A model with one unknown law for each context; every law is told to the ring when it is first asked for. */
const unknownModel = <V extends Side>(
  tokenizer: Tokenizer<V>,
  { field, unknown, seen }: Formulas,
  ring: Ring,
  zeros: ReadonlySet<string>,
  isEliminated: (token: Token<V>) => boolean,
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
    // The ring eliminates the last one.
    const last = [tokens.findLastIndex(isEliminated), tokens.length - 1].find((at) => at >= 0) as number;
    const order = [...tokens.keys()].filter((at) => at !== last).concat(last);
    const unknownLaw: UnknownLaw = {
      side,
      context: [...context],
      tokens: order.map((at) => itemAt(tokens, at)),
      formulas: order.map((at) => itemAt(probabilities, at)),
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
 * A prompt that both tokenise to itself: one token that they share, or no text where there is none (a stop token has none).
 * The contexts of a round are those of any other such prompt, under other names.
 */
export function plainPrompt<W>({ target, drafter, shared }: World<W>): Text {
  const isItself = <V extends Side>({ tokenizer }: LanguageModel<W, V>, token: Token<V>): boolean =>
    tokenizer.encode(tokenizer.vocabulary.text(token)).join() === String(token);
  const { vocabulary } = target.tokenizer;
  const plain = tokensOf(vocabulary).find((token) => {
    const same = shared.toDrafter(token);
    return same !== undefined && isItself(target, token) && isItself(drafter, same);
  });
  return plain === undefined ? "" : vocabulary.text(plain);
}

/** The same token strings, lookahead and candidates, with unknown laws at every context. */
export function unknownWorld<W>(
  world: World<W>,
  parts: Formulas,
  ring: Ring,
  zeros: ReadonlySet<string>,
  eliminated: Eliminated,
): World<Expr> {
  const { name, target, drafter, shared, lookahead, candidates } = world;
  const isOwn = (is: boolean): boolean => eliminated === "own" && is;
  const isSecond = (token: number): boolean => eliminated === "second" && token === 1;
  const ofTarget = (token: Token<"target">): boolean => isOwn(shared.toDrafter(token) === undefined) || isSecond(token);
  const ofDrafter = (token: Token<"drafter">): boolean =>
    isOwn(shared.toTarget(token) === undefined) || isSecond(token);
  return createWorld({
    name,
    field: parts.field,
    target: unknownModel(target.tokenizer, parts, ring, zeros, ofTarget),
    drafter: unknownModel(drafter.tokenizer, parts, ring, zeros, ofDrafter),
    prompt: plainPrompt(world),
    lookahead,
    candidates,
  });
}
