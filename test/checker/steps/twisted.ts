import { decoderEngine } from "../../../src/checker/adapters/decoder-engine.ts";
import { inProcess } from "../../../src/checker/adapters/in-process.ts";
import { Meter } from "../../../src/checker/evidence/meter.ts";
import { gauntlet } from "../../../src/checker/plan/gauntlet.ts";
import { type AnyAdapter, Bench } from "../../../src/checker/process/bench.ts";
import type { Sequence } from "../../../src/checker/process/run-end.ts";
import type { RunRequest } from "../../../src/checker/protocol/messages.ts";
import type { StepContext } from "../../../src/checker/steps/context.ts";
import { tableSubject } from "../../../src/checker/steps/subject.ts";
import { autoregressive } from "../../../src/core/algorithms/autoregressive.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { serve } from "../../../src/core/decode/serve.ts";

/** What a right decoder's adapter does wrong: to what it is asked, or to what it answers. `visit` counts runs, `life` processes. */
export interface Twist {
  asked?(request: RunRequest, visit: number, life: number): RunRequest;
  answered?(sequence: Sequence, request: RunRequest, visit: number): Sequence;
}

const decoders = new Map([autoregressive, sd].map((algorithm) => [algorithm.id, serve(algorithm)] as const));

/** Our own `sd` behind an adapter with this twist; `life` is the number of its process. */
export const twistedAdapter = (
  { asked = (request) => request, answered = (sequence) => sequence }: Twist,
  life: number,
): AnyAdapter => {
  const right = inProcess(decoderEngine("own", "1", decoders));
  let visit = -1;
  return {
    ...right,
    run: (request, take) => {
      visit += 1;
      return right.run(asked(request, visit, life), (sequence) => take(answered(sequence, request, visit)));
    },
  };
};

/** What a step works with, when our own `sd` is behind an adapter with this twist. */
export const twisted = (twist: Twist = {}): StepContext => {
  let life = 0;
  return {
    ...tableSubject(gauntlet(), 1),
    bench: new Bench(async () => twistedAdapter(twist, life++)),
    hello: twistedAdapter(twist, 0).hello,
    algorithm: "sd",
    master: 1,
    meter: new Meter({}, () => 0),
    threshold: Math.log(5e8),
    stopAtFirst: false,
    watch: () => undefined,
    progress: () => undefined,
  };
};
