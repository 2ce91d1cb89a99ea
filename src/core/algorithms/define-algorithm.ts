import type { Program } from "../program/program.ts";
import type { World } from "../worlds/world.ts";
import type { Algorithm, Committed, Round } from "./algorithm.ts";
import { promptTokens } from "./parts/committed.ts";

/** What an algorithm that carries a state must have; the rest is filled in. */
export type AlgorithmParts<S> = Pick<Algorithm<S>, "id" | "start" | "round"> &
  Partial<Omit<Algorithm<S>, "id" | "start" | "round" | "stateIsContext">>;

/**
 * An algorithm that carries a state from round to round.
 *
 * Left out are theorems and citations (none), and `key`, which names what later rounds read of the state: each state by
 * itself, as JSON writes it.
 *
 * @example
 * const alternating = defineAlgorithm<{ committed: Committed; turn: number }>({
 *   id: "alternating",
 *   start: (world) => ({ committed: promptTokens(world), turn: 0 }),
 *   round: (world, { committed, turn }) => (ask) => {
 *     const token = ask.sample(`turn ${turn}`, () => world.target.next(committed));
 *     return { emitted: [token], state: { committed: [...committed, token], turn: 1 - turn } };
 *   },
 * });
 * alternating.id; // → "alternating"
 */
export function defineAlgorithm<S>(parts: AlgorithmParts<S>): Algorithm {
  const whole: Algorithm<S> = { theorems: [], cite: [], key: (state) => JSON.stringify(state), ...parts };
  // The state is the algorithm's own affair: whoever runs it hands back what it gave.
  return whole as unknown as Algorithm;
}

/** What a round of an algorithm without a state of its own does: the committed tokens are all that it has. */
export type StatelessRound = <W>(world: World<W>, committed: Committed) => Program<W, Round<Committed>>;

/**
 * An algorithm whose rounds depend on the committed target tokens alone, prompt included.
 *
 * @example
 * const plain = stateless("plain", (world, committed) => (ask) => ({
 *   emitted: [ask.sample("target", () => world.target.next(committed))],
 * }));
 * (await verify(plain, world({ target: "a 1/3, b 2/3", drafter: "a 1" }))).verdict; // → "proved"
 */
export function stateless(id: string, round: StatelessRound): Algorithm {
  const whole: Algorithm<Committed> = {
    id,
    theorems: [],
    cite: [],
    stateIsContext: true,
    start: promptTokens,
    round,
    key: (committed) => committed.join(),
  };
  return whole as unknown as Algorithm;
}
