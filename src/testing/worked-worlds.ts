// Worlds in which every algorithm's round is worked out by hand.
import { dist } from "../core/law/dist.ts";
import { scoreByNext } from "../core/models/model.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { tokensOf } from "../core/vocab/vocabulary.ts";
import type { World } from "../core/worlds/world.ts";
import { chain, iid, toyWorld } from "./toy-world.ts";

/** After the prompt a: p = (3/4, 1/4) and q = (1/4, 3/4), where the drafter lists b first; anywhere else all is 1/2. */
export const afterPrompt = (lookahead = 1): World<Rational> =>
  toyWorld(
    chain({ a: "1/2", b: "1/2" }, { a: { a: "3/4", b: "1/4" } }),
    chain({ b: "1/2", a: "1/2" }, { a: { b: "3/4", a: "1/4" } }),
    lookahead,
    "a",
  );

/** p = (1/2, 1/2) always; the drafter remembers one token, so that rounds start in three ways: after nothing, a or b. */
export const threeStarts = (): World<Rational> =>
  toyWorld(iid({ a: "1/2", b: "1/2" }), chain({ a: "2/3", b: "1/3" }, { a: { a: "1/3", b: "2/3" } }));

/** p = (1/2, 1/2) always; a is drafted surely, and then surely b. */
export const surelyAThenB = (): World<Rational> =>
  toyWorld(iid({ a: "1/2", b: "1/2" }), chain({ a: "1", b: "0" }, { a: { b: "1" } }), 2);

/** The drafter stops at once, surely, however much may be drafted. */
export const stopsAtOnce = (): World<Rational> =>
  toyWorld(iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }), iid({ a: "0", "<end>": "1" }, { eos: "<end>" }), 3);

/**
 * T = {a, aaaa}, p = (1/3, 2/3), D = {a, aa}, three drafts of 1/2 each. They spell three letters with 1/8 and more with
 * 7/8, some texts in several ways: ψ = (1/8, 7/8).
 */
export const manySpellings = (): World<Rational> =>
  toyWorld(iid({ a: "1/3", aaaa: "2/3" }), iid({ a: "1/2", aa: "1/2" }), 3);

/**
 * The same target and three drafts from {a, aa, b}: a or aa, 1/2 each; after a, aa or b, 1/2 each; after aa surely a. Both
 * a·aa and aa·a spell aaa, but only the second may end in b. a·aa·a and aa·a·aa propose aaaa, a·b and aa·a·b propose a,
 * 1/4 each: ψ = (1/2, 1/2).
 */
export const spellingMatters = (): World<Rational> =>
  toyWorld(
    iid({ a: "1/3", aaaa: "2/3" }),
    chain({ a: "1/2", aa: "1/2", b: "0" }, { a: { aa: "1/2", b: "1/2" }, aa: { a: "1" } }),
    3,
  );

/** The same world, whose drafter lists every token in its laws, those of probability 0 included. */
export const listingAll = (world: World<Rational>): World<Rational> => {
  const { drafter } = world;
  const all = tokensOf(drafter.tokenizer.vocabulary);
  const next: typeof drafter.next = (context) => {
    const q = drafter.next(context);
    return dist(
      rational,
      all,
      all.map((token) => q.weight(token)),
    );
  };
  return { ...world, drafter: { ...drafter, next, score: scoreByNext(next) } };
};
