import { mutants } from "../../fixtures/faults/registry.ts";
import { decoderEngine } from "../../src/checker/adapters/decoder-engine.ts";
import type { Case } from "../../src/checker/plan/case.ts";
import { gauntlet } from "../../src/checker/plan/gauntlet.ts";
import { serve } from "../../src/core/decode/serve.ts";
import type { EvidencePath } from "../../src/pages/figures/evidence-paths.ts";
import { alarmIn, THRESHOLD } from "../../test/bench/check-in-process.ts";

const SEED = 1;

/** The e-value at which an alarm is raised. */
export const threshold = Math.exp(THRESHOLD);

const cases = gauntlet();

/** How many cases there are. */
export const CASES = cases.length;

const engineOf = (id: string) => {
  const mutant = mutants.find((one) => one.id === id);
  if (mutant === undefined) throw new Error(`no known fault "${id}"`);
  const decoder = "decoder" in mutant ? mutant.decoder : serve(mutant.algorithm);
  return decoderEngine("zoo", "1", new Map([[id, decoder]]));
};

/** How soon a known fault is seen, in the case where it is seen soonest. */
export interface Detection {
  readonly fault: string;
  readonly wounds: string;
  readonly documented: string | undefined;
  /** Sequences until the alarm, and the case; undefined where no case alarms. */
  readonly soonest: { readonly sequences: number; readonly in: string } | undefined;
}

/** The sequences that each known fault of the law takes, one seed; no case is followed longer than the best before it. */
export const detections = (): Detection[] =>
  mutants
    .filter(({ kind }) => kind === "law")
    .map(({ id, wounds, documented }) => {
      const engine = engineOf(id);
      let soonest: Detection["soonest"];
      for (const at of cases) {
        const sequences = Math.min(at.sequences, (soonest?.sequences ?? at.sequences + 1) - 1);
        if (sequences === 0) break;
        const { alarm } = alarmIn(engine, id, { ...at, sequences }, SEED);
        if (alarm !== null && alarm[0] <= sequences) soonest = { sequences: alarm[0], in: at.name };
      }
      return { fault: id, wounds, documented, soonest };
    });

/** How the evidence against a decoder grows in one case, until the alarm. */
export const evidencePath = (
  id: string,
  name: string,
  label: string,
  faulty: boolean,
  sequences: number,
): EvidencePath => {
  const at = cases.find((one) => one.name === name) as Case;
  const points = [{ samples: 0, log10E: 0 }];
  alarmIn(engineOf(id), id, { ...at, sequences }, SEED, (samples, log10E) => points.push({ samples, log10E }));
  return { name: label, faulty, points };
};

/** The right decoders that look faulty. */
export const controls = mutants.filter(({ kind }) => kind === "control").map(({ id }) => id);
