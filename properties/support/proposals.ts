import { type Rational, rational } from "../../src/num/rational.ts";
import type { Text } from "../../src/vocab/text.ts";
import type { Token } from "../../src/vocab/vocabulary.ts";
import type { World } from "../../src/worlds/world.ts";

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

/**
 * The first token of T(drafted text), by walking every draft of `lookahead` tokens one by one: no merging, and no early
 * stop but the stop token's.
 */
export const speltToken: Proposal = (world) => {
  const { field, target, drafter, lookahead } = world;
  const law: Weights = new Map();
  const walk = (context: readonly Token<"drafter">[], text: Text, drafted: number, weight: Rational): void => {
    if (drafted === lookahead || (drafted > 0 && context.at(-1) === drafter.tokenizer.vocabulary.eos)) {
      add(world, law, target.tokenizer.encode(text)[0], weight);
      return;
    }
    const q = drafter.next(context);
    for (const d of q.support) {
      walk([...context, d], text + drafter.tokenizer.vocabulary.text(d), drafted + 1, field.mul(weight, q.weight(d)));
    }
  };
  walk(drafter.tokenizer.encodeDropping(world.prompt), "", 0, field.one);
  return law;
};

/** Nothing is ever proposed. */
export const nothingProposed: Proposal = () => new Map();

/** A token is among several independent drafts with probability $1 - (1 - q(x))^k$: more than that cannot be kept. */
export const someCandidate: Proposal = (world) => {
  const { field, candidates } = world;
  const some = (weight: Rational): Rational => {
    let none = field.one;
    for (let i = 0; i < candidates; i++) none = field.mul(none, field.monus(field.one, weight));
    return field.monus(field.one, none);
  };
  return new Map([...sameToken(world)].map(([t, weight]) => [t, some(weight)]));
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
