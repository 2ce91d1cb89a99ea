import type { CaseLaw } from "../../../src/checker/evidence/case-evidence.ts";
import { Meter } from "../../../src/checker/evidence/meter.ts";
import type { Case } from "../../../src/checker/plan/case.ts";
import { type AnyAdapter, Bench } from "../../../src/checker/process/bench.ts";
import type { RunEnd } from "../../../src/checker/process/run-end.ts";
import type { Hello, RunRequest } from "../../../src/checker/protocol/messages.ts";
import type { StepContext } from "../../../src/checker/steps/context.ts";
import { tableSubject } from "../../../src/checker/steps/subject.ts";

/** What an adapter by script says of itself, unless the script says another. */
export const hello: Hello = {
  name: "script",
  version: "1",
  algorithms: ["autoregressive", "sd"],
  tables: true,
  positions: true,
  maxOrder: 16,
  maxVocabulary: 1024,
  maxBatch: 8,
  maxLookahead: 16,
  dtype: "float64",
  logits: true,
  seeds: "sample",
  stops: 8,
  processors: [],
  rounds: false,
  score: true,
};

/** What an adapter does, and what the check may spend; what is left out is done rightly, with answers that are all zeros. */
export interface Script {
  readonly hello?: Partial<Hello>;
  readonly cases?: readonly Case[];
  readonly budget?: { readonly tokens?: number; readonly deadline?: number };
  readonly more?: Partial<StepContext>;
  readonly law?: Partial<CaseLaw>;
  load?(name: string): string | undefined;
  score?(side: "target" | "drafter", context: readonly number[], world: string): readonly number[];
  /** The answer to the sequence of this index. */
  answer?(request: RunRequest, index: number): readonly unknown[];
  /** Sequences that are sent, where they are fewer than asked. */
  sent?(request: RunRequest): number | undefined;
  /** How a run ends, where it does not end well. */
  end?(request: RunRequest, received: number): RunEnd | undefined;
}

/** What a step works with when an adapter follows a script, and all that the adapter was asked. */
export const scripted = (script: Script = {}) => {
  const runs: RunRequest[] = [];
  const processes: string[] = [];
  const loads: string[] = [];
  const watched: [string, number, number][] = [];
  const lines: string[] = [];
  const own = { ...hello, ...script.hello };
  const adapter: AnyAdapter = {
    hello: own,
    load: async (name) => {
      loads.push(name);
      return script.load?.(name);
    },
    score: async (world, side, contexts) =>
      contexts.map((context) => [...(script.score?.(side, context, world) ?? [])]),
    run: async (request, take) => {
      runs.push(request);
      const received = script.sent?.(request) ?? request.count;
      for (let index = 0; index < received; index++)
        take({ index, tokens: script.answer?.(request, index) ?? new Array<number>(request.budget).fill(0) });
      const end = script.end?.(request, received);
      return end ?? { kind: "done", received, announced: received, calls: [0, 0] };
    },
    close: async () => true,
    kill: () => undefined,
  };
  const subject = tableSubject(script.cases ?? [], 1);
  const context: StepContext = {
    ...subject,
    lawOf: (at) => ({ ...subject.lawOf(at), ...script.law }),
    bench: new Bench(async (name) => {
      processes.push(name);
      return adapter;
    }),
    hello: own,
    algorithm: "sd",
    master: 1,
    meter: new Meter(script.budget ?? {}, () => 0),
    threshold: Math.log(5e8),
    stopAtFirst: false,
    watch: (name, sequences, log) => watched.push([name, sequences, log]),
    progress: (line) => lines.push(line),
    ...script.more,
  };
  return { context, runs, processes, loads, watched, lines };
};
