import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { advance, begin, type Position } from "../../core/decode/position.ts";
import { BudgetExceeded } from "../../core/handlers/budget.ts";
import { ProgramError } from "../../core/handlers/program-error.ts";
import { at } from "../../core/num/at.ts";
import type { DecidableField } from "../../core/num/field.ts";
import { showTokens } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import { type ContextClass, type Contexts, className } from "../tiers/enumeration/contexts.ts";
import { fingerprint } from "./fingerprint.ts";
import type { RoundLaws } from "./round-laws.ts";

/** Walks through the classes, each with other turns. */
const WALKS = 3;
/** Classes audited in one world, those with the longest contexts. */
const MOST_AUDITED = 40;
/** Paths that the further positions may take where the classes took fewer. */
const FEWEST_PATHS = 20_000;

/**
 * Runs the round at further positions of each class, the longest of some walks of at least 2 · lookahead + 16 tokens, and
 * compares it with the round by which the class is known: what was read must be all that the round depends on.
 */
export function auditClasses<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  checked: Algorithm<unknown>,
  { classes, paths }: Contexts<W, unknown>,
  laws: RoundLaws<W, S>,
): void {
  const name = className(world, checked);
  const known = new Map(classes.map((one) => [name(one.position), one]));
  const further = new Map<string, Position<unknown>>();
  for (let walk = 0; walk < WALKS; walk++) {
    for (const position of walked(world, checked, known, name, walk)) {
      const key = name(position);
      const longest = further.get(key) ?? known.get(key)?.position;
      if (longest !== undefined && position.context.length > longest.context.length) further.set(key, position);
    }
  }
  let left = Math.max(FEWEST_PATHS, paths);
  const longestFirst = [...further].sort(([, a], [, b]) => b.context.length - a.context.length);
  for (const [key, position] of longestFirst.slice(0, MOST_AUDITED)) {
    const one = known.get(key) as ContextClass<W, unknown>;
    try {
      const law = laws.at(position, { paths: left, states: left });
      left -= law.paths;
      if (fingerprint(field, law.rounds) === fingerprint(field, one.rounds)) continue;
    } catch (error) {
      if (error instanceof BudgetExceeded) return;
      throw error;
    }
    const shown = ({ context }: Position<unknown>) => showTokens(world.target.tokenizer.vocabulary, context);
    throw new ProgramError(
      `the round after "${shown(position)}" has another law than the round after "${shown(one.position)}", though both read the same: it depends on something hidden`,
    );
  }
}

/** Positions on a walk that takes the outcomes of each round in turn. */
const walked = <W>(
  world: World<W>,
  checked: Algorithm<unknown>,
  known: ReadonlyMap<string, ContextClass<W, unknown>>,
  name: (position: Position<unknown>) => string,
  turn: number,
): Position<unknown>[] => {
  const positions: Position<unknown>[] = [];
  let position = begin(world, checked);
  const end = position.context.length + 2 * world.lookahead + 16;
  for (let step = turn; position.context.length < end; step++) {
    const here = known.get(name(position));
    const onward = (here?.rounds ?? [])
      .map(({ value }) => advance(world, checked, position, value))
      .filter(({ stopped }) => !stopped);
    if (onward.length === 0) break;
    position = at(onward, step % onward.length);
    positions.push(position);
  }
  return positions;
};
