import { generate } from "../../src/core/decode/generate.ts";
import { generateSuspended, type SuspendedWorld } from "../../src/core/handlers/generate-suspended.ts";
import { stream } from "../../src/core/handlers/random.ts";
import { sample } from "../../src/core/handlers/sample.ts";
import { lazyDist } from "../../src/core/law/dist.ts";
import type { LanguageModel } from "../../src/core/models/model.ts";
import { idsBelow, plainSampling, type Sampling, samplingLaw } from "../../src/core/models/sampling-law.ts";
import { inDoubles } from "../../src/core/models/whole-law.ts";
import { float64 } from "../../src/core/num/float64.ts";
import { type OpenPair, openPair, readPrompt } from "../../src/pairs/model-files/open-pair.ts";
import { readTasks } from "../../src/pairs/model-files/tasks.ts";
import { median } from "../../src/pairs/speed/spread.ts";
import { named } from "../../src/system/choose-algorithms.ts";
import { barePasses, type Pass, recordPasses } from "./passes.ts";
import { type Synchronous, synchronous } from "./synchronous.ts";

const WARMING = 4;
const REPETITIONS = 15;
const BUDGET = 64;
const LOOKAHEAD = 4;

/** What is run: `sd` needs one vocabulary, so that its drafter is the one that copies from the context. */
const SETTINGS = [
  ["autoregressive", "64x1", 0],
  ["autoregressive", "64x1", 1],
  ["slem", "64x1", 0],
  ["slem", "64x1", 1],
  ["tli", "64x1", 0],
  ["tli", "64x1", 1],
  ["sd", "copy", 0],
  ["sd", "copy", 1],
] as const;

/** Milliseconds by the clock, and of all the process's threads: the garbage collector has threads of its own. */
interface Time {
  readonly clock: number;
  readonly processor: number;
}

/** What a round costs. */
interface Costs {
  /** Decoding as it is done. */
  readonly whole: Time;
  /** Its forward passes alone. */
  readonly bare: Time;
  /** The same rounds by the sampling handler, with models that make each pass at once: nothing waits. */
  readonly direct: Time;
}

/**
 * What decoding costs beyond its forward passes: each generation beside a bare loop of `session.run` over the very same
 * passes, by turns, and beside the same program by the sampling handler, with models that make the same passes at once.
 *
 * What the latter takes longer than the bare loop is the algorithm's arithmetic; what the generation takes longer than the
 * latter is the handler that waits, with its key/value caches.
 */
export const overheadBench = async (ids: readonly string[] = []): Promise<void> => {
  console.log(
    "decoding beside a bare loop of the same forward passes, milliseconds a round (by the clock: on a quiet machine):",
  );
  for (const [id, drafter, temperature] of SETTINGS) {
    if (ids.length > 0 && !ids.includes(id)) continue;
    const choice = { target: "target", drafter, threads: 1, exactRows: false, notLossless: false };
    const pair = await openPair({ ...choice, sampling: plainSampling });
    const costs = await measure(pair, id, { ...plainSampling, temperature });
    for (const unit of ["clock", "processor"] as const) {
      const of = (value: (one: Costs) => number): number => median(costs.map(value));
      const share = (value: (one: Costs) => number): string => `${(100 * of(value)).toFixed(1)} %`.padStart(7);
      const [whole, bare] = [of((one) => one.whole[unit]), of((one) => one.bare[unit])];
      console.log(
        `  ${id.padEnd(15)} T=${temperature} ${drafter.padEnd(5)} ${unit.padEnd(9)} ${whole.toFixed(3)}, bare ${bare.toFixed(3)}: over it` +
          ` ${share((one) => one.whole[unit] / one.bare[unit] - 1)}, of which arithmetic ${share((one) => one.direct[unit] / one.bare[unit] - 1)},` +
          ` handler ${share((one) => (one.whole[unit] - one.direct[unit]) / one.bare[unit])}`,
      );
    }
    await pair.release();
  }
};

const measure = async (pair: OpenPair, id: string, sampling: Sampling): Promise<Costs[]> => {
  const costs: Costs[] = [];
  const { opened } = pair.drafter;
  const models = { target: synchronous(pair.target.source), drafter: opened && synchronous(opened.source) };
  for (const prompts of Object.values(readTasks("prose,questions"))) {
    const { text } = readPrompt(pair.target, prompts[0] as string);
    const world = pair.world(text, LOOKAHEAD, sampling);
    const decode = () => decoding(pair, world, id);
    const passes = await recordPasses(pair, decode);
    const of = (source: unknown): Pass[] => passes.filter(({ model }) => model === source);
    const direct = async () => {
      const target = answering(world.world.target, models.target.start(of(pair.target.source)), sampling);
      const drafter = models.drafter
        ? answering(world.world.drafter, models.drafter.start(of(opened?.source)), sampling)
        : world.world.drafter;
      return sample(float64, generate({ ...world.world, target, drafter }, named(id), BUDGET), stream(1, id));
    };
    const [waited, notWaited] = [await decode(), await direct()];
    if (waited.tokens.join() !== notWaited.join())
      throw new Error(`${id}: made at once, the same passes gave another text`);
    for (let repetition = -WARMING; repetition < REPETITIONS; repetition++) {
      const [whole, { rounds }] = await timed(decode);
      const [bare] = await timed(() => barePasses(passes));
      const [made] = await timed(direct);
      if (repetition < 0) continue;
      const round = ({ clock, processor }: Time): Time => ({ clock: clock / rounds, processor: processor / rounds });
      costs.push({ whole: round(whole), bare: round(bare), direct: round(made) });
    }
  }
  models.target.release();
  models.drafter?.release();
  return costs;
};

/** A generation from nothing read; its tokens, and in how many rounds. */
const decoding = async (pair: OpenPair, world: SuspendedWorld<number>, id: string) => {
  pair.target.source.reset();
  pair.drafter.opened?.source.reset();
  const tokens: number[] = [];
  let rounds = 0;
  for await (const added of generateSuspended(world, float64, named(id), stream(1, id), { budget: BUDGET })) {
    tokens.push(...added.tokens);
    rounds += 1;
  }
  return { tokens, rounds };
};

/** A model that answers, in the order in which it is asked, from the logits of passes made now. */
const answering = <V extends string>(
  model: LanguageModel<number, V>,
  pass: ReturnType<Synchronous["start"]>,
  sampling: Sampling,
): LanguageModel<number, V> => {
  const ids = idsBelow(model.tokenizer.vocabulary.size);
  const score: LanguageModel<number, V>["score"] = (_, draft) => {
    const { logits, fresh } = pass();
    const columns = logits.length / fresh.length;
    return (at) => {
      const row = fresh.length - draft.length - 1 + at;
      return lazyDist(() =>
        inDoubles(samplingLaw(logits.subarray(row * columns, (row + 1) * columns), ids, sampling, [])),
      );
    };
  };
  return { ...model, score, next: (context) => score(context, [])(0) };
};

/** The models run on one thread, so that both times are of one stream of work. */
const timed = async <A>(work: () => Promise<A>): Promise<[Time, A]> => {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return [{ clock: performance.now() - start, processor: (user + system) / 1000 }, result];
};
