import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import type { Decoder } from "../../core/decode/decoder.ts";
import { BudgetExceeded } from "../../core/handlers/budget.ts";
import { enumerate } from "../../core/handlers/enumerate.ts";
import { generationLaw } from "../../core/handlers/generation-law.ts";
import { stream } from "../../core/handlers/random.ts";
import { sampler } from "../../core/handlers/sample.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { Program } from "../../core/program/program.ts";
import type { Text } from "../../core/vocab/text.ts";
import type { World } from "../../core/worlds/world.ts";
import { targetLaw } from "../../evidence/tiers/enumeration/target-law.ts";
import { sampledLaw } from "../../evidence/tiers/statistics/sampled-law.ts";

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
/** With more tokens, calls have more paths than that. */
const MOST_TOKENS = 16;

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

/** A row of a call: its budget, and how often its prompt is the world's prompt. */
interface Asked {
  readonly budget: number;
  readonly times: number;
}

const promptOf = <W>({ prompt }: World<W>, { times }: Asked): Text => prompt.repeat(times) as Text;

/** Calls of a session, each a list of rows. */
const calls = (decoder: Decoder, rows: readonly (readonly Asked[])[]): Experiment => {
  const program =
    <W>(world: World<W>): Program<W, string> =>
    (ask) => {
      const session = decoder.open(world);
      const texts = rows.flatMap((call) =>
        session(call.map((row) => ({ ask, prompt: promptOf(world, row), budget: row.budget }))).map(({ tokens }) =>
          tokens.join(),
        ),
      );
      return texts.map((text) => `|${text}`).join("");
    };
  const shown = ({ budget, times }: Asked): string => (times === 1 ? `${budget}` : `${budget} (prompt ${times} times)`);
  return {
    what: rows.map((call) => call.map(shown).join("+")).join(", then "),
    expected: (field, world) =>
      product(
        field,
        rows.flat().map((row) => single(field, { ...world, prompt: promptOf(world, row) }, row.budget)),
      ),
    output: (field, world) => {
      if (world.target.tokenizer.vocabulary.size > MOST_TOKENS) return undefined;
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
export function experimentsOf(mutant: Mutant): Experiment[] {
  if ("decoder" in mutant) {
    const { decoder } = mutant;
    const alike = (budgets: readonly number[][]): Asked[][] =>
      budgets.map((call) => call.map((budget) => ({ budget, times: 1 })));
    const ragged: Asked[] = [
      { budget: 1, times: 1 },
      { budget: 1, times: 2 },
    ];
    return [
      ...[[[1]], [[1, 1]], [[1], [1]]].map(alike),
      [ragged],
      ...[[[2]], [[3]], [[2, 2]], [[2], [2]]].map(alike),
    ].map((rows) => calls(decoder, rows));
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
}

/** Total variation between two laws of texts. */
export function distance<W>(field: DecidableField<W>, a: LawOfText<W>, b: LawOfText<W>): W {
  let twice = field.zero;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const x = a.get(key) ?? field.zero;
    const y = b.get(key) ?? field.zero;
    twice = field.add(twice, field.add(field.monus(x, y), field.monus(y, x)));
  }
  return field.div(twice, field.ratio(2n, 1n));
}
