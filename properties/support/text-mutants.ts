import type { Algorithm, Committed } from "../../src/core/algorithms/algorithm.ts";
import { keep } from "../../src/core/algorithms/parts/accept.ts";
import { drafterContext } from "../../src/core/algorithms/parts/committed.ts";
import { draftText, type Enough, firstSettled, never } from "../../src/core/algorithms/parts/draft-text.ts";
import { firstTokenLaw } from "../../src/core/algorithms/parts/first-token-law.ts";
import { slem } from "../../src/core/algorithms/slem.ts";
import { slrs } from "../../src/core/algorithms/slrs.ts";
import { type Dist, dist, lazyDist } from "../../src/core/law/dist.ts";
import { residual } from "../../src/core/law/residual.ts";
import type { Text } from "../../src/core/vocab/text.ts";
import type { Token } from "../../src/core/vocab/vocabulary.ts";
import type { World } from "../../src/core/worlds/world.ts";

type Psi = <W>(world: World<W>, context: readonly Token<"drafter">[]) => Dist<W, Token<"target">>;

const rightPsi: Psi = (world, context) => firstTokenLaw(world, context);

/** slrs with another ψ, another end of drafting, or another answer to a draft that proposes nothing. */
const slrsWith = (
  id: string,
  { psi = rightPsi, enough, none }: { psi?: Psi; enough?: <W>(world: World<W>) => Enough; none?: "from p" },
): Algorithm<Committed> => ({
  ...slrs,
  id,
  round: (world, committed) => {
    const { field, target } = world;
    const context = drafterContext(world, committed);
    const law = lazyDist(() => psi(world, context));
    return (ask) => {
      const text = draftText(ask, world, context, (enough ?? firstSettled)(world));
      const [t] = target.tokenizer.encode(text);
      const p = target.score(committed, [])(0);
      // A ψ that is too small need not contain the proposal: the division is by what ψ says, or nothing is kept.
      const kept = t !== undefined && law.support.includes(t) && ask.flip("accept", () => keep(field, p, law, t));
      if (kept) return { emitted: [t], accepted: 1 };
      if (t === undefined && none === "from p") return { emitted: [ask.sample("target", () => p)], accepted: 0 };
      return { emitted: [ask.sample("residual", () => orItself(world, p, law))], accepted: 0 };
    };
  },
});

/** The residual, or p where it has no mass: a wrong ψ may reject where nothing is left. */
const orItself = <W>({ field }: World<W>, p: Dist<W, Token<"target">>, psi: Dist<W, Token<"target">>) => {
  try {
    return residual(field, p, psi);
  } catch {
    return p;
  }
};

/** Drafts of exactly `length` tokens and their texts, without the stop token. */
const spellings = <W>(world: World<W>, start: readonly Token<"drafter">[], length: number): [Text, W][] => {
  const { field, drafter } = world;
  const { vocabulary } = drafter.tokenizer;
  let all: [readonly Token<"drafter">[], Text, W][] = [[start, "", field.one]];
  for (let drafted = 0; drafted < length; drafted++) {
    all = all.flatMap(([context, text, weight]) => {
      const q = drafter.next(context);
      return q.support
        .filter((d) => d !== vocabulary.eos)
        .map((d): (typeof all)[number] => [[...context, d], text + vocabulary.text(d), field.mul(weight, q.weight(d))]);
    });
  }
  return all.map(([, text, weight]) => [text, weight]);
};

/** ψ as the sum over the texts of all lengths up to `lookahead` that spell the token exactly (Lemma 3.1's count). */
const exactPsi: Psi = (world, context) => {
  const { field, target, lookahead } = world;
  const weights = new Map<Token<"target">, ReturnType<typeof field.add>>();
  for (let length = 1; length <= lookahead; length++) {
    for (const [text, weight] of spellings(world, context, length)) {
      const token = target.tokenizer.vocabulary.find(text);
      if (token !== undefined) weights.set(token, field.add(weights.get(token) ?? field.zero, weight));
    }
  }
  return dist(field, [...weights.keys()], [...weights.values()]);
};

export const exactSegmentations = slrsWith("ψ counts exact segmentations only", { psi: exactPsi });
export const truncatedPsi = slrsWith("ψ is that of a draft one token shorter", {
  psi: (world, context) => firstTokenLaw({ ...world, lookahead: Math.max(1, world.lookahead - 1) }, context),
});
export const unconditionedDraft = slrsWith("drafts until any token fits, ψ until it is settled", {
  enough:
    ({ target }) =>
    (text) =>
      target.tokenizer.encode(text).length > 0,
});
export const promptPsi = slrsWith("ψ forgets the context", {
  psi: (world) => rightPsi(world, drafterContext(world, slrs.start(world) as Committed)),
});
export const noProposalFromTarget = slrsWith("no proposal is answered from p", { none: "from p" });

/** slem with another way to verify the words t. */
const slemWith = (
  id: string,
  verify: (draw: (at: number) => Token<"target">, t: readonly Token<"target">[]) => Token<"target">[],
): Algorithm<Committed> => ({
  ...slem,
  id,
  round: (world, committed) => {
    const { target } = world;
    const context = drafterContext(world, committed);
    return (ask) => {
      const t = target.tokenizer.encode(draftText(ask, world, context, never));
      const p = target.score(committed, t);
      const draw = (at: number) => ask.sample("target", () => p(at));
      const emitted = verify(draw, t);
      return { emitted, accepted: emitted.findIndex((token, at) => token !== t[at]) };
    };
  },
});

export const drawsTwice = slemWith("draws again where its own draw differs", (draw, t) => {
  const first = draw(0);
  return [first === t[0] ? first : draw(0)];
});
export const unverifiedLast = slemWith("the last proposed token is not verified", (draw, t) => [
  ...t.slice(0, 1),
  ...(t.length > 1 ? [] : [draw(t.length)]),
]);
export const forgetsTheDifference = slemWith("the differing draw is not emitted", (draw, t) => {
  const emitted: Token<"target">[] = [];
  for (const token of t) {
    if (draw(emitted.length) !== token) return emitted;
    emitted.push(token);
  }
  return [...emitted, draw(t.length)];
});
