// One case of the gauntlet without a pipe: the same evidence from an engine in this process.
import type { Engine } from "../../src/checker/adapters/serve-adapter.ts";
import { ALPHA } from "../../src/checker/check-algorithm.ts";
import { CaseEvidence } from "../../src/checker/evidence/case-evidence.ts";
import { tableLaw } from "../../src/checker/evidence/table-law.ts";
import { type Case, outOfReach } from "../../src/checker/plan/case.ts";
import { runSeeds } from "../../src/checker/protocol/seeds.ts";
import { wireWorld } from "../../src/checker/protocol/wire-world.ts";

/** The e-value at which a case alarms when some hundreds are tested at once. */
export const THRESHOLD = Math.log(450 / ALPHA);

/**
 * Sequences and tokens until the alarm, null without; and the largest $\log_{10} E$, null where something impossible was
 * seen. `watch` is told $\log_{10} E$ after every sequence.
 */
export const alarmIn = (
  engine: Engine,
  algorithm: string,
  at: Case,
  seed: number,
  watch: (sequences: number, log10E: number) => void = () => {},
): { readonly alarm: [number, number] | null; readonly peak: number | null; readonly tokens: number } => {
  const evidence = new CaseEvidence(tableLaw(at.world, at.temperature, at.processors), at.prompts[0]?.length ?? 0);
  if (outOfReach(engine.hello, at) !== undefined) return { alarm: null, peak: 0, tokens: 0 };
  const seeds = runSeeds(seed, at.name, "in process", at.sequences);
  const { lookahead, temperature, stops, prompts, processors, budgets } = at;
  try {
    const loaded = engine.load(wireWorld(at.file));
    for (let i = 0; evidence.sequences < at.sequences; i++) {
      const budget = budgets[i % budgets.length] as number;
      const mine = seeds.slice(i * prompts.length, (i + 1) * prompts.length);
      const { tokens } = loaded.generate({
        algorithm,
        lookahead,
        budget,
        temperature,
        stops,
        prompts,
        processors,
        seeds: mine,
      });
      for (const [row, answer] of tokens.entries()) {
        const impossible = evidence.observe(answer, { prompt: prompts[row] ?? [], budget, stops });
        watch(evidence.sequences, evidence.log / Math.LN10);
        if (impossible !== undefined || evidence.peak >= THRESHOLD) {
          const peak = impossible === undefined ? evidence.peak / Math.LN10 : null;
          return {
            alarm: [evidence.sequences, evidence.tokens + (impossible === undefined ? 0 : 1)],
            peak,
            tokens: evidence.tokens,
          };
        }
      }
    }
  } catch {
    // A fault may fail in a world that it was not made for, and an engine may refuse one.
  }
  return { alarm: null, peak: evidence.peak / Math.LN10, tokens: evidence.tokens };
};
