import type { Algorithm, Committed, Round } from "../../src/core/algorithms/algorithm.ts";
import type { Dist } from "../../src/core/law/dist.ts";
import { dist } from "../../src/core/law/dist.ts";
import type { Scored } from "../../src/core/models/model.ts";
import type { Ask, Program } from "../../src/core/program/program.ts";
import type { Token } from "../../src/core/vocab/vocabulary.ts";
import type { World } from "../../src/core/worlds/world.ts";
import type { Mutation } from "../../src/testing/describe-algorithm.ts";

/** A mutation that stands for itself: an algorithm written wrong on purpose. */
export const instead =
  <S>(wrong: Algorithm<S>): Mutation =>
  () =>
    wrong as unknown as Algorithm;

type Questions<W> = Partial<Pick<Ask<W>, "sample" | "flip" | "merge">>;

/** Other answers to some of a program's questions. */
const asked = <W>(ask: Ask<W>, other: Questions<W>): Ask<W> => ({
  sample: other.sample ?? ((label, law) => ask.sample(label, law)),
  flip: other.flip ?? ((label, chance) => ask.flip(label, chance)),
  possible: (label, mass) => ask.possible(label, mass),
  merge: other.merge ?? ((label, key) => ask.merge(label, key)),
});

/** The algorithm with its questions changed. */
const asking =
  (wrong: string, change: <W>(ask: Ask<W>, world: World<W>) => Questions<W>): Mutation =>
  (algorithm) => ({
    ...algorithm,
    id: wrong,
    round: (world, state) => {
      const program = algorithm.round(world, state);
      return (ask) => program(asked(ask, change(ask, world)));
    },
  });

/** The algorithm with what a round gives changed. */
const giving =
  (wrong: string, change: <W>(round: Round<unknown>, world: World<W>) => Round<unknown>): Mutation =>
  (algorithm) => ({
    ...algorithm,
    id: wrong,
    round: (world, state) => {
      const program = algorithm.round(world, state);
      return (ask) => change(program(ask), world);
    },
  });

/** Accept and correction coins of all verifying algorithms. */
const coin = (wrong: string, change: <W>(world: World<W>, chance: W) => W): Mutation =>
  asking(wrong, (ask, world) => ({ flip: (label, chance) => ask.flip(label, () => change(world, chance())) }));

export const keepsAll = coin("every proposal is kept", ({ field }) => field.one);
export const keepsHalf = coin("half of what should be kept is kept", ({ field }, chance) =>
  field.div(chance, field.ratio(2n, 1n)),
);
export const keepsMore = coin("kept with min(1, 2p/q)", ({ field }, chance) =>
  field.min(field.one, field.add(chance, chance)),
);
export const keepsUncapped = coin("the chance to keep is not capped at 1", ({ field }, chance) =>
  field.add(chance, chance),
);

/** Draws with a label from half of their law. */
export const forgetsToNormalise = (...labels: string[]): Mutation =>
  asking(`${labels.join(" and ")} not normalised`, (ask, { field }) => ({
    sample: (label, law) =>
      ask.sample(label, () => {
        const whole = law();
        if (!labels.includes(label)) return whole;
        return dist(
          field,
          whole.support,
          whole.support.map((value) => field.div(whole.weight(value), field.ratio(2n, 1n))),
        );
      }),
  }));

/** The target's laws of the last `score`, and how many proposals were kept since. */
const watching =
  (
    wrong: string,
    change: <W>(
      label: string,
      laws: Scored<W, "target">,
      kept: number,
      length: number,
    ) => Dist<W, Token<"target">> | undefined,
  ): Mutation =>
  (algorithm) => ({
    ...algorithm,
    id: wrong,
    round: <W>(world: World<W>, state: unknown): Program<W, Round<unknown>> => {
      let laws: Scored<W, "target">;
      let length = 0;
      const score: World<W>["target"]["score"] = (context, draft) => {
        laws = world.target.score(context, draft);
        length = draft.length;
        return laws;
      };
      const program = algorithm.round({ ...world, target: { ...world.target, score } }, state);
      return (ask) => {
        let kept = 0;
        return program(
          asked(ask, {
            flip: (label, chance) => {
              const heads = ask.flip(label, chance);
              if (heads) kept++;
              return heads;
            },
            sample: <A>(label: string, law: () => Dist<W, A>): A =>
              ask.sample(label, () => (change(label, laws, kept, length) as Dist<W, A> | undefined) ?? law()),
          }),
        );
      };
    },
  });

/** After a rejection it draws from the target's law instead of the residual. */
export const correctsFromTarget = watching("after a rejection draws from p", (label, laws, kept) =>
  label === "residual" ? laws(kept) : undefined,
);
/** The bonus comes from the position before. */
export const bonusOneEarly = watching("the bonus is drawn one position early", (label, laws, _kept, length) =>
  label === "bonus" && length > 0 ? laws(length - 1) : undefined,
);

const isStop = <W>(world: World<W>, token: Token<"target"> | undefined): boolean =>
  token === world.target.tokenizer.vocabulary.eos;

export const stutters = giving("emits its first token twice", (round, world) => {
  const [first] = round.emitted;
  return first === undefined || isStop(world, first) ? round : { ...round, emitted: [first, ...round.emitted] };
});
export const dropsLast = giving("drops the last token of longer rounds", (round) =>
  round.emitted.length > 1 ? { ...round, emitted: round.emitted.slice(0, -1) } : round,
);
export const emitsNothing = giving("emits nothing after a rejection", (round) =>
  round.accepted === 0 ? { ...round, emitted: [] } : round,
);
export const goesOnAfterStop = giving("goes on after the stop token", (round, world) =>
  isStop(world, round.emitted.at(-1)) ? { ...round, emitted: [...round.emitted, ...round.emitted] } : round,
);
export const countsTheCorrection = giving("counts the correction as accepted", (round) => ({
  ...round,
  accepted: round.emitted.length,
}));

/** Before each round it tosses a coin until heads. */
export const redrawsForEver: Mutation = (algorithm) => ({
  ...algorithm,
  id: "redraws without end",
  round: (world, state) => {
    const program = algorithm.round(world, state);
    const half = world.field.ratio(1n, 2n);
    return (ask) => {
      while (!ask.flip("enough", () => half));
      return program(ask);
    };
  },
});

/** The same rounds with another algorithm's formula. */
export const claims =
  (other: Algorithm): Mutation =>
  ({ ...algorithm }) => {
    const { acceptance } = other;
    return {
      ...algorithm,
      id: `claims the acceptance of ${other.id}`,
      ...(acceptance === undefined ? {} : { acceptance }),
    };
  };

/** The same rounds with the formula for one drafted token more. */
export const claimsLongerDrafts: Mutation = (algorithm) => ({
  ...algorithm,
  id: "claims the acceptance of a longer draft",
  acceptance: (world) => (ask) =>
    algorithm.acceptance?.({ ...world, lookahead: world.lookahead + 1 })(ask) ?? world.field.zero,
});

/** Reads only the prompt, never what was emitted since. */
export const forgetsContext: Mutation = (algorithm) => ({
  ...algorithm,
  id: "reads the prompt only",
  round: (world) => algorithm.round(world, algorithm.start(world)),
});

/** Draws of target tokens that choose one token surely, where the law allows it. */
const choosing = (
  wrong: string,
  choose: <W>(world: World<W>, support: readonly Token<"target">[]) => Token<"target"> | undefined,
): Mutation =>
  asking(wrong, (ask, world) => ({
    sample: (label, law) =>
      ask.sample(label, () => {
        const right = law();
        if (label.startsWith("draft")) return right;
        const chosen = choose(world, right.support as unknown as readonly Token<"target">[]);
        return chosen === undefined
          ? right
          : dist(world.field, [chosen as (typeof right.support)[number]], [world.field.one]);
      }),
  }));

export const prefersTheLetterA = choosing("draws what begins with a", ({ target }, support) =>
  support.find((token) => target.tokenizer.vocabulary.text(token).startsWith("a")),
);
export const prefersLowIds = choosing(
  "draws the token with the lowest id",
  (_world, support) => support.toSorted((a, b) => a - b)[0],
);

/** Promises at every merge point that nothing that was drawn matters. */
export const mergesTooMuch = asking("merge keys name nothing", (ask) => ({
  merge: (label) => ask.merge(label, () => ""),
}));

/** What it does after an accepted proposal is wrong, and its key does not say whether there was one. */
export const hidesItsState: Mutation = (algorithm) => {
  const wrong = correctsFromTarget(algorithm);
  const hidden: Algorithm<{ context: Committed; wrong: boolean }> = {
    id: "its key does not name all of its state",
    theorems: [],
    cite: [],
    start: (world) => ({ context: algorithm.start(world) as Committed, wrong: false }),
    round: (world, state) => {
      const program = (state.wrong ? wrong : algorithm).round(world, state.context);
      return (ask) => {
        const { emitted, accepted = 0 } = program(ask);
        return { emitted, state: { context: [...state.context, ...emitted], wrong: accepted > 0 } };
      };
    },
    key: () => "",
  };
  return hidden as unknown as Algorithm;
};
