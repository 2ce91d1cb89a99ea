import { drafterContext } from "../../../core/algorithms/parts/committed.ts";
import { at } from "../../../core/num/at.ts";
import { parseRational, type Rational } from "../../../core/num/rational.ts";
import { spell, type Token, tokensOf } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";
import { type Numbering, numbering } from "./numbering.ts";
import type { OracleQuestion, OracleRow } from "./oracle.ts";
import { likeliestRow, pointRow, rowOf } from "./row.ts";

type Exact = World<Rational>;
type Context = readonly number[];

const TEXT: ReadonlySet<string> = new Set([
  "slem",
  "slrs",
  "slrs-thinned",
  "slrs-multi",
  "slrs-block",
  "slrs-hybrid",
  "slrs-pair",
]);

/** The algorithms that work on T ∪ D. */
export const UNITED: ReadonlySet<string> = new Set(["union", "tli", "tli-block"]);

/** Tokens by their numbers, or undefined where one of them has no counterpart. */
const all = <A>(context: Context, token: (number: number) => A | undefined): A[] | undefined => {
  const found = context.map(token);
  return found.includes(undefined) ? undefined : (found as A[]);
};

/** A question, and whether asking it told apart what the question cannot express. */
export interface Asked {
  readonly question: OracleQuestion;
  /**
   * The drafter's law depends on where in its context the round began, which a generation does not say: the drafter reads
   * the committed text in its own tokens, and those are not the ones it drafted. Known after the question was asked.
   */
  ambiguous(): boolean;
}

/**
 * A world as the oracle's question about one algorithm: one round from a context, or with `budget` a generation that
 * starts there.
 */
export function ask(world: Exact, algorithm: string, context: readonly Token<"target">[], budget?: number): Asked {
  const { target, drafter, lookahead, candidates } = world;
  const numbers = numbering(world);
  const size = UNITED.has(algorithm) ? numbers.size : target.tokenizer.vocabulary.size;
  const { eos } = target.tokenizer.vocabulary;
  const end = drafter.tokenizer.vocabulary.eos;
  const base = {
    algorithm,
    size,
    context,
    stop: UNITED.has(algorithm) && end !== null ? numbers.ofDrafter(end) : eos,
    lookahead,
    candidates,
    targetTokens: numbers.targetTokens,
    drafterTokens: numbers.drafterTokens,
    target: (of: Context): OracleRow => {
      const tokens = all(of, numbers.toTarget);
      return tokens === undefined ? pointRow(size, 0) : rowOf(() => target.next(tokens), size, Number, 0);
    },
    ...(budget === undefined ? {} : { budget }),
  };
  if (TEXT.has(algorithm)) return { question: { ...base, ...textDrafter(world) }, ambiguous: () => false };
  const row = (tokens: readonly Token<"drafter">[] | undefined): OracleRow => {
    const first = numbers.ofDrafter(0 as Token<"drafter">);
    return tokens === undefined
      ? pointRow(size, first)
      : rowOf(() => drafter.next(tokens), size, numbers.ofDrafter, first);
  };
  if (UNITED.has(algorithm)) {
    const united = unitedDrafter(world, numbers, row, context.length, budget !== undefined);
    return { question: { ...base, drafter: united.drafter }, ambiguous: united.ambiguous };
  }
  const same = (of: Context): OracleRow => row(all(of, numbers.toDrafter));
  const order = tokensOf(drafter.tokenizer.vocabulary).map(numbers.ofDrafter);
  const greedy = (of: Context): OracleRow => {
    const law = same(of);
    return likeliestRow(law, (x) => parseRational(at(law, x)) as Rational, order);
  };
  return { question: { ...base, drafter: algorithm === "greedy-draft" ? greedy : same }, ambiguous: () => false };
}

/** Drafting text: the drafter in its own tokens after D(committed text), and T of what it drafted. */
const textDrafter = (world: Exact) => {
  const { target, drafter, shared } = world;
  const { vocabulary } = drafter.tokenizer;
  return {
    drafterSize: vocabulary.size,
    drafterStop: vocabulary.eos,
    shared: tokensOf(vocabulary).map((d) => shared.toTarget(d) ?? null),
    drafter: (drafted: Context, committed: Context): OracleRow => {
      const start = drafterContext(world, committed as readonly Token<"target">[]);
      const next = () => drafter.next([...start, ...(drafted as readonly Token<"drafter">[])]);
      return rowOf(next, vocabulary.size, Number, 0);
    },
    retokenise: (drafted: Context): Context =>
      target.tokenizer.encode(spell(vocabulary, drafted as readonly Token<"drafter">[])),
  };
};

/**
 * Drafting tokens of T ∪ D after D(committed text). A round begins after the first `start` tokens; a generation's later
 * rounds may begin anywhere, so that every place is tried.
 */
const unitedDrafter = (
  world: Exact,
  numbers: Numbering,
  row: (tokens: readonly Token<"drafter">[] | undefined) => OracleRow,
  start: number,
  generating: boolean,
) => {
  let ambiguous = false;
  const { eos } = world.target.tokenizer.vocabulary;
  const from = (of: Context, begin: number): OracleRow | undefined => {
    const committed = all(of.slice(0, begin), numbers.toTarget);
    const drafted = all(of.slice(begin), numbers.toDrafter);
    if (committed === undefined || drafted === undefined || committed.some((token) => token === eos)) return undefined;
    return row([...drafterContext(world, committed), ...drafted]);
  };
  const drafter = (of: Context): OracleRow => {
    const rows: OracleRow[] = [];
    const last = generating ? of.length : start;
    const first = generating ? Math.max(start, of.length - world.lookahead + 1) : start;
    for (let begin = first; begin <= last; begin++) {
      const found = from(of, begin);
      if (found !== undefined) rows.push(found);
    }
    ambiguous ||= new Set(rows.map((each) => each.join())).size > 1;
    return rows[0] ?? row(undefined);
  };
  return { drafter, ambiguous: () => ambiguous };
};
