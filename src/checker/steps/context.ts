import type { Meter } from "../evidence/meter.ts";
import type { Case } from "../plan/case.ts";
import type { Bench } from "../process/bench.ts";
import type { Hello } from "../protocol/messages.ts";
import type { Subject } from "./subject.ts";

/** What every step of a check of one algorithm works with. */
export interface StepContext extends Subject {
  readonly bench: Bench;
  readonly hello: Hello;
  readonly algorithm: string;
  /** All seeds are hashes of this one. */
  readonly master: number;
  readonly meter: Meter;
  /** The cases that this algorithm and this adapter can be asked. */
  readonly cases: readonly Case[];
  /** $\ln$ of the e-value at which one case alarms. */
  readonly threshold: number;
  /** Does the first refutation end the check? */
  readonly stopAtFirst: boolean;
  /** Somebody may end the check from outside. */
  readonly signal?: AbortSignal;
  /** Watches the e-process of a case as it goes. */
  watch(name: string, sequences: number, log: number): void;
  progress(line: string): void;
}
