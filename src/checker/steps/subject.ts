import type { CaseLaw } from "../evidence/case-evidence.ts";
import { scoredLaw } from "../evidence/scored-law.ts";
import { tableLaw } from "../evidence/table-law.ts";
import type { Case, Setting } from "../plan/case.ts";
import { exactCases } from "../plan/exact-worlds.ts";
import { exactModelCase, modelCases } from "../plan/model-cases.ts";
import { randomCase } from "../plan/random-worlds.ts";
import type { Bench } from "../process/bench.ts";
import type { Hello } from "../protocol/messages.ts";
import type { CheckRow } from "../verdict.ts";
import { openScoredModel } from "./scored-model.ts";

/** What a check draws its questions from, and knows the right laws of. */
export interface Subject {
  readonly cases: readonly Case[];
  /** The target's law in a case. */
  lawOf(at: Case): CaseLaw;
  /** The worlds of the exact checks under a setting, in the order in which they are tried. */
  exactCases(setting: Partial<Setting>): readonly Case[];
  /** The k-th fresh world; none where the adapter has models of its own. */
  fresh(k: number): readonly Case[];
}

/** Worlds of ours, whose laws are exact. */
export function tableSubject(cases: readonly Case[], master: number): Subject {
  return {
    cases,
    lawOf: ({ world, temperature, processors }) => tableLaw(world, temperature, processors),
    exactCases,
    fresh: (k) => [randomCase(master, k)],
  };
}

/** The adapter's own models, whose laws are what it answers to `score`; nothing to ask where it has none to tell. */
export async function scoredSubject(
  bench: Bench,
  hello: Hello,
): Promise<{ readonly row: CheckRow; readonly subject: Subject | undefined }> {
  const { row, model } = await openScoredModel(bench, hello);
  if (model === undefined) return { row, subject: undefined };
  const laws = new Map<number, CaseLaw>();
  const subject: Subject = {
    cases: modelCases(model.tokens),
    lawOf: ({ temperature }) => {
      const law = laws.get(temperature) ?? scoredLaw(model, temperature);
      laws.set(temperature, law);
      return law;
    },
    exactCases: (setting) => [exactModelCase(model.tokens, setting)],
    fresh: () => [],
  };
  return { row, subject };
}
