import type { Algorithm, Round } from "../../core/algorithms/algorithm.ts";
import { oneRound, type Position } from "../../core/decode/position.ts";
import { type Budget, BudgetExceeded } from "../../core/handlers/budget.ts";
import type { EnumerateOptions } from "../../core/handlers/enumerate.ts";
import { roundKey } from "../../core/handlers/generation-law.ts";
import { lawOf, type Outcome } from "../../core/handlers/law-of.ts";
import { ProgramError } from "../../core/handlers/program-error.ts";
import type { DecidableField } from "../../core/num/field.ts";
import { RuleBreach } from "../../core/program/rule-breach.ts";
import { showTokens } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import type { LawAt } from "../tiers/enumeration/contexts.ts";
import { fingerprint } from "./fingerprint.ts";
import { ownKey } from "./guarded.ts";
import type { Watch } from "./watch.ts";

/** Rounds with more paths than this are not run unmerged. */
export const UNMERGED_PATHS = 20_000;

/** Paths that are run and confirmed in one world at least: the first round is repeated as often as that takes. */
const REPEATED_PATHS = 100;

/** The round reads more of its context than its class determines. */
export class ReadMore extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`the round reads ${what}`);
    this.what = what;
  }
}

/** The round depends on a state of the drafter that the classes do not name yet. */
export class NewUse extends Error {}

/** The laws of single rounds of code that is not trusted, each checked as it is computed. */
export class RoundLaws<W, S> {
  /** Two positions that the algorithm's own key takes for one, in words. */
  keyFault: string | undefined;
  mergesBelieved = false;
  readonly #field: DecidableField<W>;
  readonly #world: World<W>;
  readonly #unwatched: World<W>;
  readonly #algorithm: Algorithm<S>;
  readonly #checked: Algorithm<unknown>;
  readonly #watch: Watch;
  readonly #uses: { readonly same: boolean; readonly text: boolean } | undefined;
  /** The first position of each of the algorithm's own classes, and its law. */
  readonly #byKey = new Map<string, { readonly at: string; readonly law: string }>();

  /** `uses`: what the classes name of the drafter's states; undefined where they name whole contexts. */
  constructor(
    field: DecidableField<W>,
    world: World<W>,
    unwatched: World<W>,
    algorithm: Algorithm<S>,
    checked: Algorithm<unknown>,
    watch: Watch,
    uses: { readonly same: boolean; readonly text: boolean } | undefined,
  ) {
    this.#field = field;
    this.#world = world;
    this.#unwatched = unwatched;
    this.#algorithm = algorithm;
    this.#checked = checked;
    this.#watch = watch;
    this.#uses = uses;
  }

  readonly at: LawAt<W, unknown> = (position, budget) => {
    try {
      const law = this.#enumerated(position, budget);
      if (this.#byKey.size === 0) this.#repeat(position, law);
      if (this.#uses !== undefined) this.#requireClass(this.#uses);
      this.#compareKey(position, law.rounds);
      return law;
    } catch (error) {
      if (error instanceof RuleBreach) error.message += `; the round after ${this.#named(position)}`;
      throw error;
    }
  };

  #enumerated(position: Position<unknown>, budget: Budget) {
    const field = this.#field;
    const merging = new Set<string>();
    const merged = this.#law(position, { budget, onMerge: (label) => merging.add(label) });
    if (merging.size === 0) return merged;
    try {
      const unmerged = this.#law(position, {
        merging: false,
        budget: { paths: UNMERGED_PATHS, states: budget.states },
      });
      if (fingerprint(field, merged.rounds) !== fingerprint(field, unmerged.rounds)) {
        throw new ProgramError(`merge takes paths for one that differ later on, at "${[...merging].join('" or "')}"`);
      }
      return { rounds: unmerged.rounds, paths: merged.paths + unmerged.paths };
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      this.mergesBelieved = true;
      return merged;
    }
  }

  /** Runs the first round again and again: hidden randomness that seldom shows has more chances to. */
  #repeat(position: Position<unknown>, { rounds, paths }: ReturnType<LawAt<W, unknown>>): void {
    const known = fingerprint(this.#field, rounds);
    for (let run = paths; run < REPEATED_PATHS; run += paths) {
      const again = this.#law(position, {});
      if (fingerprint(this.#field, again.rounds) !== known) {
        throw new ProgramError("run again, the round has another law: it depends on something hidden");
      }
    }
  }

  #law(position: Position<unknown>, options: EnumerateOptions) {
    const [field, world, checked] = [this.#field, this.#world, this.#checked];
    const round = oneRound(world, checked, position);
    const { outcomes, paths } = lawOf(field, round, (result) => roundKey(world, checked, result), {
      checking: true,
      masses: true,
      ...options,
    });
    return { rounds: [...outcomes.values()] as readonly Outcome<W, Round<unknown>>[], paths };
  }

  #requireClass({ same, text }: { readonly same: boolean; readonly text: boolean }): void {
    const { read, uses } = this.#watch;
    if (read !== undefined) throw new ReadMore(read);
    if (uses.same !== same || uses.text !== text) throw new NewUse();
  }

  /** Notes where the algorithm's own key names one class for positions whose rounds differ. */
  #compareKey({ context, state }: Position<unknown>, rounds: readonly Outcome<W, Round<unknown>>[]): void {
    const own = this.#algorithm.stateIsContext === true ? Object.freeze(context.slice()) : state;
    const key = `${this.#world.target.state(context)}|${ownKey(this.#algorithm, this.#unwatched, own as S)}`;
    const here = { at: this.#named({ context }), law: fingerprint(this.#field, rounds) };
    const before = this.#byKey.get(key);
    if (before === undefined) this.#byKey.set(key, here);
    else if (before.law !== here.law) {
      this.keyFault ??= `its key is not believed, since it names one class for ${before.at} and ${here.at}, whose rounds differ`;
    }
  }

  #named({ context }: Pick<Position<unknown>, "context">): string {
    return `"${showTokens(this.#world.target.tokenizer.vocabulary, context)}"`;
  }
}
