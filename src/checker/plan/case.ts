import { float64 } from "../../core/num/float64.ts";
import { parseWorld } from "../../core/worlds/parse-world.ts";
import type { World } from "../../core/worlds/world.ts";
import type { Hello, Processors } from "../protocol/messages.ts";
import type { WorldFile } from "../protocol/wire-world.ts";

/** What is asked of an engine in a world. */
export interface Setting {
  readonly lookahead: number;
  /** Taken in turn. */
  readonly budgets: readonly number[];
  readonly temperature: number;
  readonly stops: readonly number[];
  readonly prompts: readonly (readonly number[])[];
  readonly processors: Processors;
}

/** One test: a world, a setting, and how many sequences are planned; it has an e-process of its own. */
export interface Case extends Setting {
  readonly name: string;
  readonly file: WorldFile;
  readonly world: World<number>;
  readonly sequences: number;
}

/** A case from a world file; what is left out is a prompt of the world's own, budget 12, temperature 1. */
export function makeCase(name: string, file: WorldFile, sequences: number, setting: Partial<Setting> = {}): Case {
  const world = parseWorld(float64, name, JSON.stringify(file));
  const { vocabulary } = world.target.tokenizer;
  return {
    name,
    file,
    world,
    sequences,
    lookahead: file.lookahead,
    budgets: [12],
    temperature: 1,
    stops: vocabulary.eos === null ? [] : [vocabulary.eos],
    prompts: [world.target.tokenizer.encode(world.prompt)],
    processors: {},
    ...setting,
  };
}

/** Why an adapter cannot be asked this, or undefined. */
export function outOfReach(hello: Hello, { file, lookahead, stops, processors }: Case): string | undefined {
  const sides = [file.target, file.drafter];
  const order = Math.max(...sides.map(({ model }) => model.order ?? Number.POSITIVE_INFINITY));
  const size = Math.max(...sides.map(({ vocabulary }) => vocabulary.length));
  const missing = Object.keys(processors).filter((name) => !hello.processors.includes(name));
  if (!hello.positions && sides.some(({ model }) => (model.period ?? 1) > 1)) return "laws that depend on the position";
  if (order > hello.maxOrder) return `models of order ${order}`;
  if (hello.tables && size > hello.maxVocabulary) return `${size} tokens`;
  if (lookahead > hello.maxLookahead) return `lookahead ${lookahead}`;
  if (stops.length > hello.stops) return `${stops.length} stop tokens`;
  if (missing.length > 0) return `the processor ${missing.join(", ")}`;
  if (!hello.logits && sides.some(({ model }) => model.offset !== undefined)) return "logits with an offset";
  return undefined;
}
