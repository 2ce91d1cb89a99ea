import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { BudgetExceeded } from "../../../core/handlers/budget.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import { sum } from "../../../core/num/field.ts";
import { type Rational, rational } from "../../../core/num/rational.ts";
import { showTokens, type Token } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";
import { type ContextClass, type Contexts, contextClasses } from "../enumeration/contexts.ts";
import type { Verdict, Witness } from "../verdict.ts";
import { type Difference, difference, type Emission, emissionsOf, wordsOnly } from "./difference.ts";
import { compareGenerations, provedGenerations } from "./generations.ts";
import { beyondLimits, generationBudget, type OracleLimits, oracleLimits, roundWork } from "./limits.ts";
import type { Oracle } from "./oracle.ts";
import { ask } from "./question.ts";

type Exact = World<Rational>;

const nothing = { scope: "horizon ≤ 0", acceptance: null, expectedTokens: null, contexts: null } as const;

/** The row of an algorithm that no theorem is about. */
export function notCovered({ name }: Exact, algorithm: string): Verdict {
  return {
    ...{ world: name, algorithm, tier: "oracle", gap: null, ...nothing, verdict: "unknown" },
    why: `the oracle has no functions for "${algorithm}": no theorem says that it is lossless`,
  };
}

/**
 * The oracle tier: does the code compute what the functions in the theorems compute?
 *
 * From every class of contexts that a round can start from, the whole law of the round (emitted word and number of kept
 * proposals, correction and bonus included) is compared with that of the functions extracted from the proofs; then the
 * law of a generation from the prompt, with its stop token and budget. Equality is exact.
 */
export function oracleAgrees<S>(
  oracle: Oracle,
  world: Exact,
  algorithm: Algorithm<S>,
  limits: OracleLimits = oracleLimits,
  proved = algorithm.id,
): Verdict {
  const row = { world: world.name, algorithm: algorithm.id, tier: "oracle", gap: null } as const;
  const unknown = (why: string): Verdict => ({ ...row, ...nothing, verdict: "unknown", why });
  if (!oracle.algorithms.includes(proved)) return notCovered(world, proved);
  const beyond = beyondLimits(world, proved, limits);
  if (beyond !== undefined) return unknown(beyond);
  let followed: Contexts<Rational, S>;
  try {
    followed = contextClasses(rational, world, algorithm, limits.contexts);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return unknown(error.message);
  }
  const { classes, horizon } = followed;
  const most = Math.max(1, Math.floor(limits.rounds / roundWork(world, proved)));
  const compared = classes.slice(0, most);
  const left = classes[most];
  const until = left?.depth ?? horizon;
  const budget = Math.min(generationBudget(world, proved, limits), horizon ?? Number.POSITIVE_INFINITY);

  let first: readonly Emission[] = [];
  for (const at of compared) {
    const law = emissionsOf(oracle.round(ask(world, proved, at.position.context).question));
    if (at === classes[0]) first = law;
    const differs = compareRounds(law, at);
    if (differs !== undefined) {
      const witness = witnessOf(world, at.position.context, differs);
      return { ...row, ...nothing, scope: `horizon ≤ ${at.depth + 1}`, verdict: "refuted", witness };
    }
  }
  const generations = provedGenerations(oracle);
  const generation = budget > 0 ? compareGenerations(generations, world, algorithm, proved, budget) : { asked: false };
  const scope = [
    until === undefined ? "every horizon" : `horizon ≤ ${until}`,
    `whole rounds from ${count(compared.length, "context class", "context classes")}`,
    generation.asked ? `generation of ${count(budget, "token", "tokens")}` : "no generation",
  ].join(", ");
  const measured = { ...measure(first), contexts: compared.length, scope };
  if (generation.difference !== undefined) {
    const prompt = itemAt(classes, 0).position.context;
    return { ...row, ...measured, verdict: "refuted", witness: witnessOf(world, prompt, generation.difference) };
  }
  if (left === undefined) return { ...row, ...measured, verdict: "proved" };
  const why = `all that was compared agrees, but ${classes.length - compared.length} of ${classes.length} context classes were left out`;
  return { ...row, ...measured, verdict: "unknown", why };
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** One round's enumerated law against the oracle's; without accepted counts where the algorithm does not give them. */
const compareRounds = <S>(law: readonly Emission[], { rounds }: ContextClass<Rational, S>): Difference | undefined => {
  const found = rounds.map(({ value: { emitted, accepted }, weight }) => ({ word: emitted, accepted, weight }));
  return found.every(({ accepted }) => accepted !== undefined)
    ? difference(law, found)
    : difference(wordsOnly(law), wordsOnly(found));
};

const witnessOf = (
  { target }: Exact,
  context: readonly Token<"target">[],
  { word, accepted, proved, found }: Difference,
): Witness => {
  const { vocabulary } = target.tokenizer;
  const tokens = showTokens(vocabulary, word as readonly Token<"target">[]);
  return {
    law: "oracle",
    prompt: showTokens(vocabulary, context),
    horizon: word.length,
    tokens: accepted === undefined ? tokens : `${tokens} (${accepted} accepted)`,
    target: rational.print(proved),
    output: rational.print(found),
    path: [],
  };
};

/** Acceptance and expected length of a round's proved law. */
const measure = (law: readonly Emission[]): { acceptance: string; expectedTokens: string } => {
  const kept = law.filter(({ accepted }) => (accepted ?? 0) > 0).map(({ weight }) => weight);
  const tokens = law.map(({ word, weight }) => rational.mul(weight, rational.ratio(BigInt(word.length), 1n)));
  return { acceptance: rational.print(sum(rational, kept)), expectedTokens: rational.print(sum(rational, tokens)) };
};
