import type { Algorithm, Committed, Round } from "../../core/algorithms/algorithm.ts";
import { BadRound } from "../../core/decode/position.ts";
import { ProgramError } from "../../core/handlers/program-error.ts";
import { frozenCopy } from "../../core/program/frozen-copy.ts";
import type { Ask } from "../../core/program/program.ts";
import type { World } from "../../core/worlds/world.ts";
import { NarrowAsk } from "./narrow-ask.ts";
import type { Watch } from "./watch.ts";

/** How V8 says that something read-only was to be written. */
const WRITE = /read only|read-only|Cannot (?:change|add|delete|redefine|define)|not extensible/;

/** The world that an algorithm sees in place of the one that it is judged by. */
export type See = <W>(world: World<W>) => World<W>;

/**
 * Somebody's algorithm as the laboratory runs it: it sees only what `see` shows of a world, which it cannot change, contexts
 * that note what is read of them, and copies of its own states; what it returns is copied and checked before anything is
 * made of it.
 *
 * `key` names the positions that count as one, in place of what the algorithm says.
 */
export function guarded<S>(
  algorithm: Algorithm<S>,
  see: See,
  watch: Watch,
  key: (state: unknown) => string,
): Algorithm<unknown> {
  const { stateIsContext = false } = algorithm;
  return {
    id: algorithm.id,
    theorems: [],
    cite: [],
    stateIsContext,
    start: (world) => {
      const start = called("start", () => frozenCopy(algorithm.start(see(world)), "the state"));
      if (!stateIsContext) return start;
      const tokens = world.target.tokenizer.encode(world.prompt);
      if (String(start) === String(tokens)) return tokens;
      throw new BadRound(
        `algorithm "${algorithm.id}" starts from ${String(start)}; an algorithm whose state is its context starts from the prompt's tokens ${tokens}`,
      );
    },
    round: <W>(world: World<W>, state: unknown) => {
      const handed = stateIsContext ? watch.hand(state as Committed, "target", "the committed tokens") : state;
      const program = called("round", () => algorithm.round(see(world), handed as S));
      if (typeof program !== "function")
        throw new BadRound(`round gave ${typeof program}; expected a program, a function`);
      return (ask: Ask<W>) =>
        taken(
          algorithm,
          called("round", () => program(new NarrowAsk(ask))),
          watch,
        );
    },
    key,
  };
}

/** The round's result as a copy, once it is one. Tokens are checked where all rounds are. */
const taken = <S>(algorithm: Algorithm<S>, round: Round<S> | undefined, watch: Watch): Round<unknown> => {
  if (watch.refusal !== undefined) throw new ProgramError(watch.refusal);
  const { id, stateIsContext = false } = algorithm;
  const listed: unknown = round?.emitted;
  const emitted = Array.isArray(listed) ? watch.plain(listed, "target").slice() : [];
  const accepted: unknown = round?.accepted;
  const isCount = Number.isInteger(accepted) && (accepted as number) >= 0 && (accepted as number) <= emitted.length;
  if (accepted !== undefined && !isCount) {
    throw new BadRound(
      `algorithm "${id}" accepted ${String(accepted)} of ${emitted.length} emitted tokens; expected a whole number from 0 to ${emitted.length}`,
    );
  }
  const count = accepted === undefined ? {} : { accepted: accepted as number };
  if (!stateIsContext) return { emitted, ...count, state: frozenCopy(round?.state, "the state") };
  if (round?.state === undefined) return { emitted, ...count };
  throw new BadRound(`algorithm "${id}" leaves a state beside stateIsContext, which would be dropped`);
};

/** Calls the algorithm; a write to what it was handed is said to be one. */
const called = <A>(what: string, call: () => A): A => {
  try {
    return call();
  } catch (thrown) {
    if (!(thrown instanceof TypeError && WRITE.test(thrown.message))) throw thrown;
    throw new ProgramError(`${what} writes to what it was handed, which is read only: ${thrown.message}`);
  }
};

/** The key as the algorithm itself gives it; it must be a string, and the same for the same state. */
export function ownKey<W, S>(algorithm: Algorithm<S>, world: World<W>, state: S): string {
  const name = (): unknown => called("key", () => algorithm.key(state, world));
  const key = name();
  if (typeof key !== "string") {
    throw new BadRound(`algorithm "${algorithm.id}" has the key ${describe(key)}; a key is a string`);
  }
  if (name() !== key) throw new ProgramError("key names the same state otherwise when it is asked again");
  return key;
}

const describe = (value: unknown): string => (typeof value === "object" ? "of an object" : String(value));
