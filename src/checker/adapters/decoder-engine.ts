import type { Decoder, Session } from "../../core/decode/decoder.ts";
import { counted } from "../../core/handlers/count.ts";
import { stream } from "../../core/handlers/random.ts";
import { sampler } from "../../core/handlers/sample.ts";
import { at } from "../../core/num/at.ts";
import { float64 } from "../../core/num/float64.ts";
import { spell, type Token } from "../../core/vocab/vocabulary.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { parseWorld } from "../../core/worlds/parse-world.ts";
import type { World } from "../../core/worlds/world.ts";
import { processedLaw } from "../evidence/processed-law.ts";
import type { FileSide, WireWorld } from "../protocol/wire-world.ts";
import { type Call, type CallResult, type Engine, type LoadedEngine, Refusal } from "./serve-adapter.ts";
import { warped } from "./warped.ts";

/** Decoders of this laboratory as an engine behind the protocol, by their ids. */
export function decoderEngine(name: string, version: string, decoders: ReadonlyMap<string, Decoder>): Engine {
  return {
    hello: {
      name,
      version,
      algorithms: [...decoders.keys()],
      tables: true,
      positions: true,
      maxOrder: 16,
      maxVocabulary: 100_000,
      maxBatch: 64,
      maxLookahead: 64,
      dtype: "float64",
      logits: true,
      seeds: "sample",
      // Our worlds have one stop token, by role.
      stops: 1,
      processors: ["bias", "minP", "drafterTopK"],
      rounds: false,
      score: true,
    },
    load: (world) => new Loaded(world, decoders),
  };
}

/** A world and the sessions that are open in it, one for each setting: state that survives a call would be seen. */
class Loaded implements LoadedEngine {
  readonly #file: WireWorld;
  readonly #decoders: ReadonlyMap<string, Decoder>;
  readonly #plain: World<number>;
  readonly #sessions = new Map<string, Opened>();
  #unseeded = 0;

  constructor(file: WireWorld, decoders: ReadonlyMap<string, Decoder>) {
    this.#file = file;
    this.#decoders = decoders;
    this.#plain = read(file);
  }

  generate({ algorithm, lookahead, budget, temperature, stops, prompts, processors, seeds }: Call): CallResult {
    const key = JSON.stringify([algorithm, lookahead, temperature, stops, processors]);
    let opened = this.#sessions.get(key);
    if (opened === undefined) {
      const world = warped({ ...read(withStop(this.#file, stops)), lookahead }, temperature, processors);
      opened = open(world, this.#decoders.get(algorithm), algorithm);
      this.#sessions.set(key, opened);
    }
    const { session, world, counts } = opened;
    const [before, drafted] = [counts.targetPasses, counts.drafterPasses];
    const { vocabulary } = world.target.tokenizer;
    const answers = session(
      prompts.map((prompt, row) => {
        const seed = seeds[row] ?? `unseeded ${this.#unseeded++}`;
        const text = spell(vocabulary, prompt as readonly Token<"target">[]);
        if (world.target.tokenizer.encode(text).join() !== prompt.join())
          throw new Refusal("prompts that text cannot say");
        return { ask: sampler(float64, stream(0, String(seed))), prompt: text, budget };
      }),
    );
    return {
      tokens: answers.map(({ tokens }) => tokens),
      calls: [counts.targetPasses - before, counts.drafterPasses - drafted],
    };
  }

  score(side: "target" | "drafter", context: readonly number[]): number[] {
    const law = processedLaw(this.#plain[side], 1, {}, context, 0);
    return law.map((p) => (p === 0 ? -1e4 : Math.log(p)));
  }
}

interface Opened {
  readonly world: World<number>;
  readonly session: Session<number>;
  readonly counts: { readonly targetPasses: number; readonly drafterPasses: number };
}

const open = (world: World<number>, decoder: Decoder | undefined, algorithm: string): Opened => {
  if (decoder === undefined) throw new Refusal(`unknown algorithm ${algorithm}`);
  if (!(decoder.fits?.(world) ?? true)) throw new Refusal(`${algorithm} does not fit these vocabularies`);
  const { world: counting, counts } = counted(world);
  return { world, session: decoder.open(counting), counts };
};

const read = (file: WireWorld): World<number> => {
  try {
    return parseWorld(float64, "world", JSON.stringify(file));
  } catch (error) {
    if (error instanceof BadInput) throw new Refusal(error.message);
    throw error;
  }
};

/** The world with this stop token on both sides, or none. */
const withStop = (file: WireWorld, stops: readonly number[]): WireWorld => {
  if (stops.length > 1) throw new Refusal("more than one stop token");
  const eos = stops.length === 0 ? null : at(file.target.vocabulary, at(stops, 0));
  const set = (side: FileSide): FileSide => ({
    ...side,
    eos: eos !== null && side.vocabulary.includes(eos) ? eos : null,
  });
  return { ...file, prompt: "", target: set(file.target), drafter: set(file.drafter) };
};
