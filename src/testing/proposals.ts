import { at } from "../core/num/at.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { spell, type Token } from "../core/vocab/vocabulary.ts";
import type { World } from "../core/worlds/world.ts";
import type { CandidateSet } from "./transport.ts";

/** The law of the first proposed target token at a world's prompt: a sub-law, no proposal is the missing mass. */
export type Proposal = (world: World<Rational>) => ReadonlyMap<Token<"target">, Rational>;

type Weights = Map<Token<"target">, Rational>;

const add = ({ field }: World<Rational>, law: Weights, token: Token<"target"> | undefined, weight: Rational): void => {
  if (token !== undefined) law.set(token, field.add(law.get(token) ?? field.zero, weight));
};

/** A drafted token where T knows it: $q$ on $T \cap D$. */
export const draftedToken: Proposal = (world) => {
  const law: Weights = new Map();
  const q = world.drafter.next(world.drafter.tokenizer.encodeDropping(world.prompt));
  for (const d of q.support) add(world, law, world.shared.toTarget(d), q.weight(d));
  return law;
};

/** A drafted token for one vocabulary: the drafter's context is the target's tokens, whatever its tokenizer does. */
export const sameToken: Proposal = (world) => {
  const law: Weights = new Map();
  const context = world.target.tokenizer.encode(world.prompt).map((t) => world.shared.toDrafter(t) as Token<"drafter">);
  const q = world.drafter.next(context);
  for (const d of q.support) add(world, law, world.shared.toTarget(d), q.weight(d));
  return law;
};

/** A drafted token of T ∩ D: $q'$. */
export const sharedToken: Proposal = (world) => {
  const { field } = world;
  const law = draftedToken(world);
  const total = [...law.values()].reduce(field.add, field.zero);
  return total.numerator === 0n ? new Map() : new Map([...law].map(([t, weight]) => [t, field.div(weight, total)]));
};

/** Every draft of `lookahead` tokens, one by one: no merging, and no early stop but the stop token's. */
const eachDraft = (
  { drafter, lookahead, field, prompt }: World<Rational>,
  visit: (drafts: readonly Token<"drafter">[], weight: Rational) => void,
): void => {
  const start = drafter.tokenizer.encodeDropping(prompt);
  const walk = (drafts: readonly Token<"drafter">[], weight: Rational): void => {
    if (drafts.length === lookahead || (drafts.length > 0 && drafts.at(-1) === drafter.tokenizer.vocabulary.eos)) {
      visit(drafts, weight);
      return;
    }
    const q = drafter.next([...start, ...drafts]);
    for (const d of q.support) walk([...drafts, d], field.mul(weight, q.weight(d)));
  };
  walk([], field.one);
};

const textOf = ({ target, drafter }: World<Rational>, drafts: readonly Token<"drafter">[]): Token<"target">[] =>
  target.tokenizer.encode(spell(drafter.tokenizer.vocabulary, drafts));

/** The first token of T(drafted text). */
export const speltToken: Proposal = (world) => {
  const law: Weights = new Map();
  eachDraft(world, (drafts, weight) => add(world, law, textOf(world, drafts)[0], weight));
  return law;
};

/** Nothing is ever proposed. */
export const nothingProposed: Proposal = () => new Map();

/** The law of the set of tokens proposed for the first position, each set once. */
export type Candidates = (world: World<Rational>) => readonly CandidateSet<Token<"target">>[];

const collected = (): {
  put: (tokens: readonly (Token<"target"> | undefined)[], weight: Rational) => void;
  sets: () => CandidateSet<Token<"target">>[];
} => {
  const found = new Map<string, CandidateSet<Token<"target">>>();
  const put = (drawn: readonly (Token<"target"> | undefined)[], weight: Rational): void => {
    const tokens = [...new Set(drawn.filter((token) => token !== undefined))].sort((a, b) => a - b);
    const before = found.get(tokens.join())?.weight ?? rational.zero;
    found.set(tokens.join(), { tokens, weight: rational.add(before, weight) });
  };
  return { put, sets: () => [...found.values()] };
};

/** Several independent drafts for one position. */
export const independentCandidates: Candidates = (world) => {
  const { put, sets } = collected();
  const q = [...sameToken(world)];
  const draw = (tokens: readonly Token<"target">[], weight: Rational): void => {
    if (tokens.length === world.candidates) put(tokens, weight);
    else for (const [token, share] of q) draw([...tokens, token], rational.mul(weight, share));
  };
  draw([], rational.one);
  return sets();
};

/** The first token of T(drafted text), and the first draft where T knows it, over every draft one by one. */
export const textThenDraft: Candidates = (world) => {
  const { put, sets } = collected();
  eachDraft(world, (drafts, weight) => {
    const [first] = drafts;
    put([textOf(world, drafts)[0], first === undefined ? undefined : world.shared.toTarget(first)], weight);
  });
  return sets();
};

/** The first token of the run of shared drafts, or of T(drafted text) where the first draft is not shared. */
export const sharedElseSpeltToken: Proposal = (world) => {
  const law: Weights = new Map();
  eachDraft(world, (drafts, weight) => {
    const same = world.shared.toTarget(at(drafts, 0));
    add(world, law, same ?? textOf(world, drafts)[0], weight);
  });
  return law;
};

/** The drafter's likeliest token, ties to the earlier one. */
export const likeliestToken: Proposal = (world) => {
  const q = sameToken(world);
  const byDrafter = [...q].sort(
    ([a, p], [b, r]) =>
      rational.compare(r, p) || (world.shared.toDrafter(a) as number) - (world.shared.toDrafter(b) as number),
  );
  return new Map(byDrafter.slice(0, 1).map(([t]) => [t, world.field.one]));
};
