import type { init } from "z3-solver";
import { parseRational, type Rational } from "../../num/rational.ts";
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

let loading: Promise<Z3> | undefined;

/** Loads z3 once a process; its worker threads do not keep the process alive. */
const load = async (): Promise<Z3> => {
  loading ??= import("z3-solver").then(async ({ init }) => {
    // On a slow machine it would say on standard error that it is still loading.
    const z3 = await init({ printErr: () => {} });
    rest(z3);
    return z3;
  });
  return loading;
};

const rest = ({ em }: Z3): void => {
  const { runningWorkers, unusedWorkers } = em.PThread;
  for (const worker of [...runningWorkers, ...unusedWorkers]) worker.unref();
};

/**
 * z3, compiled to WebAssembly, loaded when the first question comes. `work` is its own count of steps, about half a million
 * a second, so that an answer does not depend on the speed of the machine, as it would with a limit in milliseconds.
 */
export const z3Solver = (work: number): Solver => ({
  ask: (query) => {
    const answer = last.then(() => answerOne(query, work));
    last = answer.catch(() => undefined);
    return answer;
  },
});

/** The question before: z3 refuses a second one while it is busy, and whoever asked the first may have stopped waiting. */
let last: Promise<unknown> = Promise.resolve();

const answerOne = async (query: Query, work: number): Promise<Answer> => {
  // Its workers may not keep the process alive, but an open question must.
  const alive = setInterval(() => {}, 1_000_000);
  try {
    return await check(await load(), query, work);
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
