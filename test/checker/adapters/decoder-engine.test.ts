import { describe, expect, test } from "vitest";
import { decoderEngine } from "../../../src/checker/adapters/decoder-engine.ts";
import { type Call, Refusal } from "../../../src/checker/adapters/serve-adapter.ts";
import { autoregressive } from "../../../src/core/algorithms/autoregressive.ts";
import type { Decoder } from "../../../src/core/decode/decoder.ts";
import { serve } from "../../../src/core/decode/serve.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { worldFile } from "../whole/world.ts";

const call: Call = {
  algorithm: "autoregressive",
  lookahead: 2,
  budget: 3,
  temperature: 1,
  stops: [],
  prompts: [[0]],
  processors: {},
  seeds: [1],
};
const plain = serve(autoregressive);

/** A decoder that keeps the worlds for which it was opened, and how it was called. */
const watched = () => {
  const worlds: World<unknown>[] = [];
  const calls: (readonly { readonly prompt: string; readonly budget: number }[])[] = [];
  const decoder: Decoder = {
    id: "watched",
    open: (world) => {
      worlds.push(world);
      const session = plain.open(world);
      return (requests) => {
        calls.push(requests.map(({ prompt, budget }) => ({ prompt, budget })));
        return session(requests);
      };
    },
  };
  return { decoder, worlds, calls };
};
const engine = (...decoders: (readonly [string, Decoder])[]) => decoderEngine("mine", "3", new Map(decoders));
const half = { a: "1/2", b: "1/2" };
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return "none";
};

test("it says its name, its version and the ids of its decoders, and that it has all that checks ask for", () => {
  expect(engine(["one", plain], ["two", plain]).hello).toEqual({
    name: "mine",
    version: "3",
    algorithms: ["one", "two"],
    tables: true,
    positions: true,
    maxOrder: 16,
    maxVocabulary: 100_000,
    maxBatch: 64,
    maxLookahead: 64,
    dtype: "float64",
    logits: true,
    seeds: "sample",
    stops: 1,
    processors: ["bias", "minP", "drafterTopK"],
    rounds: false,
    score: true,
  });
});

describe("it refuses, and does not fail at,", () => {
  const loaded = (file = worldFile("w", half)) => engine(["autoregressive", plain]).load(file);
  test("what is no world", () => {
    const file = { ...worldFile("w", half), lookahead: 0 };
    expect(refusal(() => loaded(file))).toMatch(/^world at \$\.lookahead: found 0, expected a whole number/);
  });
  test("but what is an error of its own is thrown as it is", () => {
    const hostile = { ...worldFile("w", half), toJSON: () => BigInt(1) };
    expect(() => loaded(hostile)).toThrow(TypeError);
  });
  test("an algorithm that it does not have, or that does not fit", () => {
    expect(refusal(() => loaded().generate({ ...call, algorithm: "nope" }))).toBe("unknown algorithm nope");
    const picky = { ...plain, fits: (world: World<unknown>) => world.name === "fitting" };
    const fitting = engine(["picky", picky]);
    const of = (name: string) => fitting.load(worldFile(name, half));
    expect(refusal(() => of("w").generate({ ...call, algorithm: "picky" }))).toBe(
      "picky does not fit these vocabularies",
    );
    expect(of("fitting").generate({ ...call, algorithm: "picky" }).tokens[0]).toHaveLength(3);
  });
  test("two stop tokens", () => {
    expect(refusal(() => loaded().generate({ ...call, stops: [0, 1] }))).toBe("more than one stop token");
  });
  test("a prompt that text cannot say", () => {
    const file = worldFile("w", { a: "1/2", b: "1/4", ab: "1/4" });
    expect(refusal(() => loaded(file).generate({ ...call, prompts: [[0, 1]] }))).toBe("prompts that text cannot say");
    expect(loaded(file).generate({ ...call, prompts: [[2, 1]] }).tokens[0]).toHaveLength(3);
  });
});

describe("a call", () => {
  test("answers each prompt within the budget, and counts the passes of this call alone", () => {
    const loaded = engine(["autoregressive", plain]).load(worldFile("w", half));
    const two = { ...call, prompts: [[0], [1, 1]], seeds: [1, 2] };
    for (let time = 0; time < 2; time++) {
      const { tokens, calls } = loaded.generate(two);
      expect(tokens.map(({ length }) => length)).toEqual([3, 3]);
      expect(calls).toEqual([6, 0]);
    }
    const sd = watched();
    const drafting: Decoder = {
      id: "drafting",
      open: (world) => {
        const session = sd.decoder.open(world);
        return (requests) => {
          world.drafter.next([]);
          return session(requests);
        };
      },
    };
    const drafted = engine(["drafting", drafting]).load(worldFile("w", half));
    for (let time = 0; time < 2; time++)
      expect(drafted.generate({ ...call, algorithm: "drafting" }).calls).toEqual([3, 1]);
  });
  test("hands on prompts and budget; a seed decides, and without one no two rows are the same", () => {
    const { decoder, calls } = watched();
    const loaded = engine(["watched", decoder]).load(worldFile("w", half));
    const long = { ...call, algorithm: "watched", budget: 60, prompts: [[0], [0]] };
    const [first, second] = loaded.generate({ ...long, seeds: [5, 6] }).tokens;
    expect(first).not.toEqual(second);
    expect(loaded.generate({ ...long, seeds: [6, 5] }).tokens).toEqual([second, first]);
    expect(calls[0]).toEqual([
      { prompt: "a", budget: 60 },
      { prompt: "a", budget: 60 },
    ]);
    const unseeded = [0, 1, 2].flatMap(() => loaded.generate({ ...long, seeds: [null, null] }).tokens);
    expect(new Set(unseeded.map((tokens) => tokens.join())).size).toBe(6);
  });
  test("opens a decoder once for each setting, in the world that it makes", () => {
    const { decoder, worlds } = watched();
    const loaded = engine(["watched", decoder], ["again", decoder]).load(worldFile("w", half));
    const settings: Partial<Call>[] = [
      {},
      { lookahead: 5 },
      { temperature: 0.5 },
      { stops: [1] },
      { processors: { bias: { 0: 1 } } },
      { algorithm: "again" },
    ];
    for (const setting of [...settings, ...settings]) loaded.generate({ ...call, algorithm: "watched", ...setting });
    // What differs from call to call opens nothing.
    loaded.generate({ ...call, algorithm: "watched", budget: 1, seeds: [9], prompts: [[1]] });
    expect(worlds).toHaveLength(settings.length);
    expect(worlds.map(({ lookahead }) => lookahead)).toEqual([2, 5, 2, 2, 2, 2]);
    const p = worlds.map(({ target }) => target.next([]).weight(0 as never));
    expect(p).toEqual([0.5, 0.5, 0.5, 0.5, expect.closeTo(Math.E / (1 + Math.E), 12), 0.5]);
    expect(worlds.map(({ target }) => target.tokenizer.vocabulary.eos)).toEqual([null, null, null, 1, null, null]);
  });
  test("ends at a stop token that both sides have, or the target alone", () => {
    const { decoder, worlds } = watched();
    const ends = engine(["watched", decoder]);
    const alone = ends.load(worldFile("w", half, { a: "1/2", x: "1/2" }));
    const { tokens } = alone.generate({ ...call, algorithm: "watched", budget: 50, stops: [1] });
    expect(tokens[0]?.at(-1)).toBe(1);
    expect(tokens[0]?.indexOf(1)).toBe((tokens[0]?.length ?? 0) - 1);
    expect(tokens[0]?.length).toBeLessThan(50);
    ends.load(worldFile("w", half)).generate({ ...call, algorithm: "watched", stops: [1] });
    expect(worlds.map(({ drafter }) => drafter.tokenizer.vocabulary.eos)).toEqual([null, 1]);
    expect(worlds.map(({ target }) => target.tokenizer.vocabulary.eos)).toEqual([1, 1]);
  });
});

test("a score is the logarithm of each probability, and a large negative number where there is none", () => {
  const loaded = engine().load(worldFile("w", { a: "1/4", b: "3/4", c: "0" }, { a: "0", b: "1", c: "0" }));
  const logs = [Math.log(0.25), Math.log(0.75)].map((log) => expect.closeTo(log, 12));
  expect(loaded.score("target", [0])).toEqual([...logs, -1e4]);
  expect(loaded.score("drafter", [0, 1])).toEqual([-1e4, 0, -1e4]);
});
