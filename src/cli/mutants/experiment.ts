import type { Mutant } from "../../../fixtures/mutants/mutant.ts";
import type { Decoder } from "../../decode/decoder.ts";
import { BudgetExceeded } from "../../handlers/budget.ts";
import { enumerate } from "../../handlers/enumerate.ts";
import { generationLaw } from "../../handlers/generation-law.ts";
import { stream } from "../../handlers/random.ts";
import { sampler } from "../../handlers/sample.ts";
import { targetLaw } from "../../laws/target-law.ts";
import type { DecidableField } from "../../num/field.ts";
import type { Program } from "../../program/program.ts";
import { sampledLaw } from "../../stats/sampled-law.ts";
import type { World } from "../../worlds/world.ts";

/** Weights by what was generated, as text. */
export type LawOfText<W> = Map<string, W>;

/** One thing to generate in one world, whose law is known exactly: what a decoder gives and what it should give. */
export interface Experiment {
  readonly what: string;
  expected<W>(field: DecidableField<W>, world: World<W>): LawOfText<W>;
  /** Undefined where the enumeration would cost too much. */
  output<W>(field: DecidableField<W>, world: World<W>): LawOfText<W> | undefined;
  /** How often each text came in so many runs. */
  drawn<W>(field: DecidableField<W>, world: World<W>, seed: number, samples: number): Map<string, number>;
}

/** Tokens generated, at most. */
const HORIZONS = [1, 2, 3];
/** Different texts, at most: with more, the same samples see less. */
export const MOST_TEXTS = 128;
const MOST_PATHS = 4000;

const single = <W>(field: DecidableField<W>, world: World<W>, horizon: number): LawOfText<W> =>
  new Map([...targetLaw(field, world, horizon)].map(([key, { weight }]) => [key, weight]));

/** The law of independent texts, joined. */
const product = <W>(field: DecidableField<W>, laws: readonly LawOfText<W>[]): LawOfText<W> => {
  let joined: [string, W][] = [["", field.one]];
  for (const law of laws) {
    joined = joined.flatMap(([key, weight]) =>
      [...law].map(([more, share]): [string, W] => [`${key}|${more}`, field.mul(weight, share)]),
    );
  }
  return new Map(joined);
};

/** Calls of a session, each a list of budgets. */
const calls = (decoder: Decoder, budgets: readonly (readonly number[])[]): Experiment => {
  const program =
    <W>(world: World<W>): Program<W, string> =>
    (ask) => {
      const session = decoder.open(world);
      const texts = budgets.flatMap((call) =>
        session(call.map((budget) => ({ ask, prompt: world.prompt, budget }))).map(({ tokens }) => tokens.join()),
      );
      return texts.map((text) => `|${text}`).join("");
    };
  return {
    what: budgets.map((call) => call.join("+")).join(", then "),
    expected: (field, world) =>
      product(
        field,
        budgets.flat().map((budget) => single(field, world, budget)),
      ),
    output: (field, world) => {
      const law: LawOfText<typeof field.one> = new Map();
      try {
        enumerate(
          field,
          program(world),
          (key, weight) => {
            const before = law.get(key);
            law.set(key, before === undefined ? weight : field.add(before, weight));
          },
          { merging: false, budget: { paths: MOST_PATHS, states: MOST_PATHS } },
        );
      } catch (error) {
        if (error instanceof BudgetExceeded) return undefined;
        throw error;
      }
      return law;
    },
    drawn: (field, world, seed, samples) => {
      const ask = sampler(field, stream(seed, `${world.name}/${decoder.id}`));
      const run = program(world);
      const counts = new Map<string, number>();
      for (let i = 0; i < samples; i++) {
        const key = run(ask);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return counts;
    },
  };
};

/**
 * What is generated to learn a mutant's law: the first tokens; for a decoder also batches and successive calls. Each costs
 * more than the one before.
 */
export const experimentsOf = (mutant: Mutant): Experiment[] => {
  if ("decoder" in mutant) {
    const { decoder } = mutant;
    return [[[1]], [[1, 1]], [[1], [1]], [[2]], [[3]], [[2, 2]], [[2], [2]]].map((budgets) => calls(decoder, budgets));
  }
  const { algorithm } = mutant;
  return HORIZONS.map((horizon) => ({
    what: `${horizon} token${horizon === 1 ? "" : "s"}`,
    expected: (field, world) => single(field, world, horizon),
    output: (field, world) => {
      const { outcomes } = generationLaw(field, world, algorithm, horizon);
      return new Map([...outcomes].map(([key, { weight }]) => [key, weight]));
    },
    drawn: (field, world, seed, samples) => sampledLaw(field, world, algorithm, horizon, seed, samples),
  }));
};

/** Total variation between two laws of texts. */
export const distance = <W>(field: DecidableField<W>, a: LawOfText<W>, b: LawOfText<W>): W => {
  let twice = field.zero;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const x = a.get(key) ?? field.zero;
    const y = b.get(key) ?? field.zero;
    twice = field.add(twice, field.add(field.monus(x, y), field.monus(y, x)));
  }
  return field.div(twice, field.ratio(2n, 1n));
};
