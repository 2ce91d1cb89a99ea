import { median } from "../../src/cli/bench/spread.ts";
import { named } from "../../src/cli/generate.ts";
import { type OpenPair, openPair, readPrompt } from "../../src/cli/model-files/open-pair.ts";
import { readTasks } from "../../src/cli/model-files/tasks.ts";
import { generate } from "../../src/decode/generate.ts";
import { lazyDist } from "../../src/dist/dist.ts";
import { generateSuspended, type SuspendedWorld } from "../../src/handlers/generate-suspended.ts";
import { stream } from "../../src/handlers/random.ts";
import { sample } from "../../src/handlers/sample.ts";
import type { LanguageModel } from "../../src/models/model.ts";
import { plainSampling, type Sampling, samplingLaw } from "../../src/models/sampling-law.ts";
import { inDoubles } from "../../src/models/whole-law.ts";
import { float64 } from "../../src/num/float64.ts";
import type { World } from "../../src/worlds/world.ts";
import { barePasses, type Pass, recordPasses } from "./passes.ts";

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
  /** The algorithm's own arithmetic: the same rounds by the sampling handler, with every pass's logits at hand. */
  readonly own: Time;
}

/**
 * What decoding costs beyond its forward passes: each generation beside a bare loop of `session.run` over the very same
 * passes, and beside the same programs with the logits at hand, by turns. What is left is what the handler adds that
 * waits for passes and makes them.
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
          ` ${share((one) => one.whole[unit] / one.bare[unit] - 1)}, of which arithmetic ${share((one) => one.own[unit] / one.bare[unit])},` +
          ` handler ${share((one) => (one.whole[unit] - one.own[unit]) / one.bare[unit] - 1)}`,
      );
    }
    await pair.release();
  }
};

const measure = async (pair: OpenPair, id: string, sampling: Sampling): Promise<Costs[]> => {
  const costs: Costs[] = [];
  for (const prompts of Object.values(readTasks("prose,questions"))) {
    const { text } = readPrompt(pair.target, prompts[0] as string);
    const world = pair.world(text, LOOKAHEAD, sampling);
    const decode = () => decoding(pair, world, id);
    const passes = await recordPasses(pair, decode);
    const atHand = answering(pair, world.world, sampling, passes);
    for (let repetition = -WARMING; repetition < REPETITIONS; repetition++) {
      const [whole, rounds] = await timed(decode);
      const [bare] = await timed(() => barePasses(passes));
      const [own] = await timed(async () => sample(float64, generate(atHand(), named(id), BUDGET), stream(1, id)));
      if (repetition < 0) continue;
      const round = ({ clock, processor }: Time): Time => ({ clock: clock / rounds, processor: processor / rounds });
      costs.push({ whole: round(whole), bare: round(bare), own: round(own) });
    }
  }
  return costs;
};

/** A generation from nothing read; gives its number of rounds. */
const decoding = async (pair: OpenPair, world: SuspendedWorld<number>, id: string): Promise<number> => {
  pair.target.source.reset();
  pair.drafter.opened?.source.reset();
  let rounds = 0;
  for await (const _ of generateSuspended(world, float64, named(id), stream(1, id), { budget: BUDGET })) rounds += 1;
  return rounds;
};

/** The world whose models answer, in the order in which they were asked, from the logits of passes already made. */
const answering = (pair: OpenPair, world: World<number>, sampling: Sampling, passes: readonly Pass[]) => {
  const from = <V extends string>(model: LanguageModel<number, V>, own: readonly Pass[]): LanguageModel<number, V> => {
    const { size } = model.tokenizer.vocabulary;
    let asked = 0;
    const score: LanguageModel<number, V>["score"] = (_, draft) => {
      const { logits, fresh } = own[asked++] as Pass;
      const columns = logits.length / fresh.length;
      return Array.from({ length: draft.length + 1 }, (_, at) => {
        const row = fresh.length - draft.length - 1 + at;
        return lazyDist(() =>
          inDoubles(samplingLaw(logits.subarray(row * columns, (row + 1) * columns), size, sampling, [])),
        );
      });
    };
    return { ...model, score, next: (context) => score(context, [])[0] as ReturnType<typeof model.next> };
  };
  const of = (source: unknown): Pass[] => passes.filter(({ model }) => model === source);
  const { opened } = pair.drafter;
  return (): World<number> => ({
    ...world,
    target: from(world.target, of(pair.target.source)),
    drafter: opened === undefined ? world.drafter : from(world.drafter, of(opened.source)),
  });
};

/** The models run on one thread, so that both times are of one stream of work. */
const timed = async <A>(work: () => Promise<A>): Promise<[Time, A]> => {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return [{ clock: performance.now() - start, processor: (user + system) / 1000 }, result];
};
