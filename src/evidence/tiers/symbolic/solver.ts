import type { init } from "z3-solver";
import { parseRational, type Rational } from "../../../core/num/rational.ts";
import { withOptional } from "../../../core/worlds/optional-package.ts";
import type { Query } from "./smt.ts";

type Z3 = Awaited<ReturnType<typeof init>>;

/** What a solver found: no point, a point (undefined where it is not rational), or nothing. */
export type Answer =
  | { readonly found: "none" | "unknown" }
  | { readonly found: "point"; readonly point: ReadonlyMap<number, Rational> | undefined };

/** Decides whether a {@link Query} has a point. Only `none` ever counts as proof. */
export interface Solver {
  ask(query: Query): Promise<Answer>;
}

/** A solver that holds threads until it is closed; a question after that opens it again. */
export interface OpenSolver extends Solver {
  close(): Promise<void>;
}

/** Loads a z3 of its own; its worker threads do not keep the process alive. */
const load = async (): Promise<Z3> => {
  const { init } = await withOptional("solver", () => import("z3-solver"));
  // On a slow machine it would say on standard error that it is still loading.
  const z3 = await init({ printErr: () => {} });
  rest(z3);
  return z3;
};

const rest = ({ em }: Z3): void => {
  const { runningWorkers, unusedWorkers } = em.PThread;
  for (const worker of [...runningWorkers, ...unusedWorkers]) worker.unref();
};

/** Turns of the event loop, each a millisecond or more, that a thread is given to end after its answer. */
const MOST_TURNS = 5_000;

/**
 * Waits until the thread that answered has ended. It says its answer first and stops its timer of ten minutes afterwards:
 * whoever ends it in between has a process that waits for the timer.
 */
const threadsAtRest = async ({ em }: Z3): Promise<void> => {
  for (let turn = 0; turn < MOST_TURNS && em.PThread.runningWorkers.length > 0; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

/**
 * z3, compiled to WebAssembly, loaded when the first question comes. `work` is its own count of steps, about half a million
 * a second, so that an answer does not depend on the speed of the machine, as it would with a limit in milliseconds.
 *
 * Each solver has a z3 of its own, a seventh of a second to load, so that whoever judges many rows hands them one.
 */
export function z3Solver(work: number): OpenSolver {
  let loading: Promise<Z3> | undefined;
  // z3 refuses a second question while it is busy, and whoever asked the first may have stopped waiting.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <A>(then: () => Promise<A>): Promise<A> => {
    const done = last.then(then);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    ask: (query) =>
      inTurn(() => {
        loading ??= load();
        return answerOne(loading, query, work);
      }),
    close: () =>
      inTurn(async () => {
        const opened = loading;
        loading = undefined;
        (await opened)?.em.PThread.terminateAllThreads();
      }),
  };
}

const answerOne = async (loading: Promise<Z3>, query: Query, work: number): Promise<Answer> => {
  // Its workers may not keep the process alive, but an open question must.
  const alive = setInterval(() => {}, 1_000_000);
  try {
    return await check(await loading, query, work);
  } finally {
    clearInterval(alive);
  }
};

const check = async (api: Z3, { text, unknowns }: Query, work: number): Promise<Answer> => {
  const { Z3 } = api;
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  // Named, since what z3 takes by default for this logic leaves a method after five seconds by the clock.
  const tactic = Z3.mk_tactic(context, "qfnra-nlsat");
  Z3.tactic_inc_ref(context, tactic);
  const solver = Z3.mk_solver_from_tactic(context, tactic);
  Z3.solver_inc_ref(context, solver);
  const parameters = Z3.mk_params(context);
  Z3.params_inc_ref(context, parameters);
  try {
    Z3.params_set_uint(context, parameters, Z3.mk_string_symbol(context, "rlimit"), work);
    Z3.solver_set_params(context, solver, parameters);
    Z3.solver_from_string(context, solver, text);
    const result: number = await Z3.solver_check(context, solver);
    await threadsAtRest(api);
    rest(api);
    if (result === -1) return { found: "none" };
    if (result !== 1) return { found: "unknown" };
    return {
      found: "point",
      point: point(Z3.model_to_string(context, Z3.solver_get_model(context, solver)), unknowns),
    };
  } finally {
    Z3.params_dec_ref(context, parameters);
    Z3.solver_dec_ref(context, solver);
    Z3.tactic_dec_ref(context, tactic);
    Z3.del_context(context);
    Z3.del_config(config);
  }
};

/** `u3 -> 1.0` or `u3 -> (/ 1.0 2.0)`, long ones on two lines; of other values only the name is matched. */
const VALUE = /u(\d+) -> (?:(\d+)\.0|\(\/ (\d+)\.0\s+(\d+)\.0\))?/g;

/** Reads z3's model; undefined when a value is negative or not rational. Unknowns that are not named may be anything. */
const point = (model: string, unknowns: readonly number[]): Map<number, Rational> | undefined => {
  const values = new Map<number, Rational>();
  const asked = new Set(unknowns);
  for (const [, number, whole, above, below] of model.matchAll(VALUE)) {
    if (!asked.has(Number(number))) continue;
    const read = parseRational(whole ?? `${above}/${below}`);
    if (read === undefined) return undefined;
    values.set(Number(number), read);
  }
  return values;
};
