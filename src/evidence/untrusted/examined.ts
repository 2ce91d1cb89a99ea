import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { BadRound } from "../../core/decode/position.ts";
import { BudgetExceeded } from "../../core/handlers/budget.ts";
import type { DecidableField } from "../../core/num/field.ts";
import { showTokens } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import { type Contexts, contextClasses, defaultLimits, type Limits } from "../tiers/enumeration/contexts.ts";
import { judged } from "../tiers/enumeration/lossless.ts";
import type { Verdict } from "../tiers/verdict.ts";
import { inWords } from "../tiers/witness.ts";
import { requireFormula } from "./acceptance-formula.ts";
import { auditClasses } from "./audit-classes.ts";
import { guarded } from "./guarded.ts";
import { readOnlyWorld } from "./read-only-world.ts";
import { NewUse, ReadMore, RoundLaws, UNMERGED_PATHS } from "./round-laws.ts";
import { statesOf } from "./states-of.ts";
import { Watch } from "./watch.ts";

/**
 * The enumeration tier for code that is not trusted: the same verdict as `lossless`, and nothing is believed.
 *
 * - The algorithm sees `theirs` only, read-only and through a watch; what it emits is compared with the laws of `world`.
 * - Every complete path is run twice; laws are asked again, their masses checked; results are copied.
 * - Which positions count as one is decided by what the round was seen to read, never by its `key`. Where it reads more of
 *   its context than the models' states determine, every context is looked at by itself, and the horizon is a number.
 * - Further, longer positions of each class are run and compared; places that say `merge` are run unmerged and compared.
 *
 * A round that breaks its contract is `refuted`, with the context and the choices that led there.
 *
 * @throws RuleBreach where the program broke the rules of the language, and whatever the algorithm itself throws.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, b 1/2" });
 * const drafts = stateless("drafts", (at, committed) => (ask) => ({
 *   emitted: [at.shared.toTarget(ask.sample("draft", () => at.drafter.next(at.drafterContext(committed))))],
 * }));
 * const { verdict, gap, witness } = lossless(rational, coins, drafts);
 * [verdict, gap, witness.tokens, witness.target, witness.output]; // → ["refuted", "1/6", "a", "1/3", "1/2"]
 */
export function examined<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  limits: Limits = defaultLimits,
  theirs: World<W> = world,
): Verdict {
  try {
    return examinedRounds(field, world, algorithm, limits, theirs);
  } catch (error) {
    if (error instanceof BadRound) return contractRow(world, algorithm, error);
    if (!(error instanceof BudgetExceeded)) throw error;
    return { ...nothingKnown(world, algorithm), verdict: "unknown", scope: "horizon ≤ 0", why: error.message };
  }
}

const examinedRounds = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  limits: Limits,
  theirs: World<W>,
): Verdict => {
  const watch = new Watch();
  const seen = readOnlyWorld(theirs, watch);
  // What a key or a formula reads is nothing that a round depends on.
  const unwatched = readOnlyWorld(theirs, new Watch());
  let whole = algorithm.stateIsContext !== true;
  let read: string | undefined;
  for (;;) {
    const uses = { ...watch.uses };
    const checked = guarded(algorithm, () => seen as never, watch, statesOf(world, whole ? "whole" : uses, algorithm));
    const laws = new RoundLaws(field, world, unwatched, algorithm, checked, watch, whole ? undefined : uses);
    const few = Math.min(limits.contexts, limits.unboundedContexts);
    let contexts: Contexts<W, unknown>;
    try {
      contexts = contextClasses(field, world, checked, whole ? { ...limits, contexts: few } : limits, laws.at);
      if (!whole) auditClasses(field, world, checked, contexts, laws);
    } catch (error) {
      if (error instanceof NewUse) continue;
      if (!(error instanceof ReadMore)) throw error;
      read = error.what;
      whole = true;
      continue;
    }
    requireFormula(field, unwatched, algorithm, contexts);
    const verdict = judged(field, world, checked, contexts);
    const notes = [
      ...(read === undefined ? [] : [`every context by itself, since the round reads ${read}`]),
      ...(laws.keyFault === undefined ? [] : [laws.keyFault]),
      ...(laws.mergesBelieved ? [`merges are believed in rounds of more than ${UNMERGED_PATHS} paths`] : []),
    ];
    return notes.length === 0 ? verdict : { ...verdict, scope: [verdict.scope, ...notes].join("; ") };
  }
};

const nothingKnown = <W, S>({ name }: World<W>, { id }: Algorithm<S>) => {
  const nothing = { gap: null, acceptance: null, expectedTokens: null, contexts: null };
  return { world: name, algorithm: id, tier: "enumeration", ...nothing } as const;
};

/** A round that is none: what it did, after which prompt, by which choices. */
const contractRow = <W, S>(world: World<W>, algorithm: Algorithm<S>, { message, path }: BadRound): Verdict => {
  const { tokenizer } = world.target;
  return {
    ...nothingKnown(world, algorithm),
    verdict: "refuted",
    kind: "contract",
    scope: "every horizon",
    why: message,
    witness: {
      law: "contract",
      prompt: showTokens(tokenizer.vocabulary, tokenizer.encode(world.prompt)),
      horizon: 0,
      tokens: "",
      target: "",
      output: "",
      path: path.map((choice) => inWords(world, choice)),
    },
  };
};
