import type { Algorithm } from "../algorithms/algorithm.ts";
import type { Program } from "../program/program.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";
import { advance, begin, oneRound } from "./position.ts";

/**
 * The outer loop, for every algorithm: rounds until a stop token or `budget` tokens. What a round emits beyond the budget
 * is cut off; the stop token counts.
 *
 * @example
 * const sure = world({ target: "a 1", drafter: "a 1", lookahead: 2 });
 * sample(rational, generate(sure, algorithmOf("sd"), 5), stream(1, "mine")); // → [0, 0, 0, 0, 0]
 */
export function generate<W, S>(
  world: World<W>,
  algorithm: Algorithm<S>,
  budget: number,
): Program<W, readonly Token<"target">[]> {
  return (ask) => {
    const start = begin(world, algorithm);
    let position = start;
    const emitted = () => position.context.length - start.context.length;
    while (!position.stopped && emitted() < budget) {
      position = advance(world, algorithm, position, oneRound(world, algorithm, position)(ask));
    }
    return position.context.slice(start.context.length, start.context.length + budget);
  };
}
