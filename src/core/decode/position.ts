import type { Algorithm, Round } from "../algorithms/algorithm.ts";
import type { Program } from "../program/program.ts";
import { RuleBreach } from "../program/rule-breach.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";

/** Where a generation stands between two rounds. */
export interface Position<S> {
  /** The target's context: T(prompt) and all that was emitted. */
  readonly context: readonly Token<"target">[];
  readonly state: S;
  /** A stop token was emitted. */
  readonly stopped: boolean;
}

/** An algorithm broke the contract of a round: emitted nothing, a foreign token, or something after a stop token. */
export class BadRound extends RuleBreach {
  constructor(message: string) {
    super(message);
    this.name = "BadRound";
  }
}

/** The position before the first round. */
export function begin<W, S>(world: World<W>, algorithm: Algorithm<S>): Position<S> {
  return {
    context: world.target.tokenizer.encode(world.prompt),
    state: algorithm.start(world),
    stopped: false,
  };
}

/** The rounds' result as the outer loop uses it: checked. */
const checked = <W, S>(world: World<W>, algorithm: Algorithm<S>, round: Round<S>): Round<S> => {
  const { vocabulary } = world.target.tokenizer;
  const emitted: unknown = round?.emitted;
  if (!Array.isArray(emitted) || emitted.length === 0) {
    throw new BadRound(`algorithm "${algorithm.id}" ended a round without a token; every round must emit at least one`);
  }
  for (let at = 0; at < emitted.length; at++) {
    const token: unknown = emitted[at];
    if (!Number.isInteger(token) || (token as number) < 0 || (token as number) >= vocabulary.size) {
      throw new BadRound(
        `algorithm "${algorithm.id}" emitted ${String(token)}; expected a target token, 0 to ${vocabulary.size - 1}`,
      );
    }
    if (token === vocabulary.eos && at + 1 < emitted.length) {
      throw new BadRound(
        `algorithm "${algorithm.id}" emitted ${emitted.length - at - 1} token(s) after the stop token`,
      );
    }
  }
  return round;
};

/** The position after a round. */
export function advance<W, S>(
  { target }: World<W>,
  algorithm: Algorithm<S>,
  from: Position<S>,
  { emitted, state }: Round<S>,
): Position<S> {
  const { eos } = target.tokenizer.vocabulary;
  const context = from.context.concat(emitted);
  return {
    context,
    state: (algorithm.stateIsContext ? context : state) as S,
    stopped: emitted.at(-1) === eos,
  };
}

/** One round from a position, checked. */
export function oneRound<W, S>(world: World<W>, algorithm: Algorithm<S>, from: Position<S>): Program<W, Round<S>> {
  const program = algorithm.round(world, from.state);
  return (ask) => checked(world, algorithm, program(ask));
}
