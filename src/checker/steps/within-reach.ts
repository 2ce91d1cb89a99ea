import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { type Case, outOfReach } from "../plan/case.ts";
import type { Hello } from "../protocol/messages.ts";
import { randomNumbers, STEPS } from "./all-steps.ts";
import type { Findings } from "./findings.ts";
import type { Subject } from "./subject.ts";

/** Steps that judge the algorithm's answers by exact rules; those before them look at the engine, others at promises. */
const RULES = ["greedy", "length", "stop tokens"];

/** Refuses a name that no step and no case has. */
export function requireName(only: string | undefined, { cases, fresh }: Subject): void {
  if (only === undefined || STEPS.includes(only) || cases.some(({ name }) => name === only)) return;
  const random = fresh(1).length > 0;
  if (random && randomNumbers(only).length > 0) return;
  const known = [...STEPS, ...cases.map(({ name }) => name), ...(random ? ["random-1", "random-2", "…"] : [])];
  throw new BadInput("--only", JSON.stringify(only), `one of ${known.join(", ")}`);
}

/** The names whose rows say something of the algorithm's law: cases, or the exact rules where one of them is asked for. */
export function counting(only: string | undefined, { cases, fresh }: Subject, withRandom: boolean): string[] {
  if (only !== undefined) return STEPS.includes(only) && !RULES.includes(only) ? [] : [only];
  const random = withRandom ? randomNumbers(undefined).flatMap((k) => fresh(k)) : [];
  return [...cases, ...random].map(({ name }) => name);
}

/** What of a subject an algorithm and an adapter can be asked; a row for each case that they cannot. */
export function withinReach(
  subject: Subject,
  algorithm: Algorithm | undefined,
  hello: Hello,
  only: string | undefined,
  found: Findings,
): Subject {
  // Ours are known by their names; an engine's other algorithms say so themselves.
  const beyond = (at: Case): string | undefined => {
    if (!(algorithm?.fits?.(at.world) ?? true)) return `${algorithm?.id} does not fit these vocabularies`;
    const reason = outOfReach(hello, at);
    return reason === undefined ? undefined : `the adapter says that it cannot: ${reason}`;
  };
  const fresh = only === undefined ? [] : randomNumbers(only).flatMap((k) => subject.fresh(k));
  for (const at of [...subject.cases, ...fresh]) {
    const what = only === undefined || only === at.name ? beyond(at) : undefined;
    if (what !== undefined) found.add({ step: at.name, verdict: "not applicable", what, sequences: 0, tokens: 0 });
  }
  const possible = (at: Case): boolean => beyond(at) === undefined;
  return {
    ...subject,
    cases: subject.cases.filter(possible),
    fresh: (k) => subject.fresh(k).filter(possible),
  };
}
