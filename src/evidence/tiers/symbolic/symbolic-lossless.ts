import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { BadRound } from "../../../core/decode/position.ts";
import { BudgetExceeded } from "../../../core/handlers/budget.ts";
import { ProgramError } from "../../../core/handlers/program-error.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { Verdict } from "../verdict.ts";
import { allLaws, type Case, Fork, split } from "./cases.ts";
import { searchRandomly, type Trial } from "./counterexample.ts";
import { DividesByZero } from "./normal-form.ts";
import { type CaseResult, proveCase } from "./prove-case.ts";
import { Unsupported } from "./region.ts";
import { roundsInWords } from "./rounds.ts";
import { type OpenSolver, type Solver, z3Solver } from "./solver.ts";
import { solverCounterexample } from "./solver-counterexample.ts";
import { type Eliminated, EmptyCase, eliminations, type Formulas, formulas } from "./unknown-world.ts";
import { TooMuchWork, Work } from "./work.ts";

/** How long and how far the symbolic tier goes. */
export interface SymbolicOptions {
  /** Seed of the search for a counterexample. */
  readonly seed: number;
  /** Products of monomials that a row may take before it is given up: work, not time, so that no verdict depends on a machine. */
  readonly work?: number | Work;
  /** Asked about side conditions; without one the row opens its own and closes it. */
  readonly solver?: Solver;
}

const MOST_TOKENS = 3;
const LONGEST_LOOKAHEAD = 2;
const MOST_CASES = 200;
const MOST_WORK = 5_000_000;
/** About 50 times what any question of the tests takes. */
const SOLVER_WORK = 1_000_000;

/**
 * The symbolic tier: is one round lossless for **all real laws** of target and drafter, at every context of the round?
 *
 * The algorithm's own source is run with formulas for weights, over unknown laws: one round, and two where it carries state.
 * In each case of what it asks about its weights, four obligations are discharged. I: the completed round's law is the target's, as an identity of rational
 * functions in which every minimum is an opaque letter. S: every draw's weights sum to 1. R: nothing reached divides by zero,
 * boundaries included. G: what was cancelled is not zero on any open set, or its paths have no weight there.
 *
 * Why that is enough: by I and G the two laws are equal on a dense set of laws. By R the weight of every path that is taken at
 * a boundary point (a probability 0, p = q, an empty residual) is continuous there; a path that is not taken there has a
 * factor 0 and, by S, no factor above 1 after it, so that its weight tends to 0 too. So the output law is continuous on each
 * case, and the identity holds on all of it. The cases together are all laws.
 *
 * Trusted: the symbolic handler, the normal form, z3 where it says that a side condition has no exception, and this
 * argument, which no machine has checked. Models are taken to list every token, those of probability 0 included. Nothing but a full
 * proof is `proved`; nothing but a world that enumeration refutes is `refuted`.
 */
export async function symbolicLossless<W, S>(
  world: World<W>,
  algorithm: Algorithm<S>,
  { seed, work = MOST_WORK, solver }: SymbolicOptions,
): Promise<Verdict> {
  if (solver !== undefined) return judge(world, algorithm, seed, work, solver);
  const own = symbolicSolver();
  try {
    return await judge(world, algorithm, seed, work, own);
  } finally {
    await own.close();
  }
}

/** The solver of the symbolic tier, for whoever judges many rows; to be closed by who opened it. */
export function symbolicSolver(): OpenSolver {
  return z3Solver(SOLVER_WORK);
}

const judge = async <W, S>(
  world: World<W>,
  algorithm: Algorithm<S>,
  seed: number,
  work: number | Work,
  solver: Solver,
): Promise<Verdict> => {
  const beyond = tooLarge(world);
  if (beyond !== undefined) return row(world, algorithm, { verdict: "unknown", why: beyond });
  const meter = typeof work === "number" ? new Work(work) : work;
  const most = meter.limit;
  const parts = formulas();
  const ways = eliminations(world);
  let last: Attempt = { longest: 0 };
  let trial: Trial = { found: "nothing" };
  for (const [at, eliminated] of ways.entries()) {
    // Every way has a larger share of the work than the one before.
    meter.allow(Math.round(most * 0.3 ** (ways.length - 1 - at)));
    const attempt = await prove(world, algorithm, parts, eliminated, solver, meter);
    if (attempt.open === undefined) return row(world, algorithm, { verdict: "proved" }, attempt.longest);
    if (attempt.result !== undefined || attempt.broken || last.open === undefined) last = attempt;
    if (at === 0) trial = searchRandomly(world, algorithm, [...parts.seen.values()], seed);
    if (trial.found === "refuted" || attempt.broken) break;
  }
  if (trial.found !== "refuted" && last.result !== undefined) {
    const point = await solverCounterexample(world, algorithm, last.result, solver);
    if (point.found !== "nothing") trial = point;
  }
  const why = last.open as string;
  if (trial.found === "refuted") {
    const { gap, witness } = trial.verdict;
    const found = { gap, counterexample: trial.world, ...(witness === undefined ? {} : { witness }) };
    return row(world, algorithm, { verdict: "refuted", why, ...found });
  }
  const stopped = trial.found === "error" ? `; in a world with small denominators it stops: ${trial.message}` : "";
  return row(world, algorithm, { verdict: "unknown", why: `${why}${stopped}` });
};

/** What an attempt came to: nothing open is a proof. */
interface Attempt {
  readonly open?: string;
  /** The case that is open, where the attempt got so far. */
  readonly result?: CaseResult;
  /** The program itself is at fault: no other way to write the laws may make that forgotten. */
  readonly broken?: boolean;
  readonly longest: number;
}

/** Proves every case, or stops at the first that is open. */
const prove = async <W, S>(
  world: World<W>,
  algorithm: Algorithm<S>,
  parts: Formulas,
  eliminated: Eliminated,
  solver: Solver,
  work: Work,
): Promise<Attempt> => {
  const cases: Case[] = [allLaws];
  let longest = 0;
  try {
    for (let judged = 0; cases.length > 0; judged++) {
      if (judged >= MOST_CASES) throw new Unsupported(`the program makes more than ${MOST_CASES} cases of its laws`);
      const at = cases.pop() as Case;
      try {
        const result = await proveCase(world, algorithm, parts, at, eliminated, solver, work);
        longest = Math.max(longest, result.longest);
        const [open] = result.open;
        if (open !== undefined) return { open: `open obligation ${open.obligation}: ${open.what}`, result, longest };
        if (result.splitOn !== undefined) cases.push(...split(at, result.splitOn));
      } catch (error) {
        if (error instanceof Fork) cases.push(...split(at, error.mass));
        else if (!(error instanceof EmptyCase)) throw error;
      }
    }
    return { longest };
  } catch (error) {
    const message = reason(error);
    if (error instanceof TooMuchWork) return { open: `no proof: ${message}`, longest };
    const broken = FAULTS.some((kind) => error instanceof kind);
    return { open: `no formulas: ${message}`, broken, longest };
  }
};

/** What a program does wrong, however its laws are written. */
const FAULTS = [ProgramError, BadRound, TypeError] as const;

/** What a program does that no case can be made of; anything else is an error of ours. */
const reason = (error: unknown): string => {
  const kinds = [TooMuchWork, Unsupported, DividesByZero, BudgetExceeded, ...FAULTS];
  if (kinds.some((kind) => error instanceof kind)) return (error as Error).message;
  throw error;
};

/** What about a world is beyond this tier, in words; undefined where nothing is. */
export function tooLarge<W>({ target, drafter, lookahead }: World<W>): string | undefined {
  for (const { tokenizer } of [target, drafter]) {
    const { name, size, eos } = tokenizer.vocabulary;
    if (size - (eos === null ? 0 : 1) > MOST_TOKENS) return `the ${name} has more than ${MOST_TOKENS} tokens with text`;
  }
  return lookahead > LONGEST_LOOKAHEAD ? `the lookahead is more than ${LONGEST_LOOKAHEAD}` : undefined;
}

const NOT_COVERED = "not covered: other sizes, prompts that the drafter splits otherwise, rounding";

type Finding = Pick<Verdict, "verdict"> & Partial<Verdict>;

const row = <W, S>(
  { name, target, drafter, lookahead }: World<W>,
  algorithm: Algorithm<S>,
  found: Finding,
  longest?: number,
): Verdict => {
  const sizes = `|T| = ${target.tokenizer.vocabulary.size}, |D| = ${drafter.tokenizer.vocabulary.size}`;
  const padded = longest === undefined ? "" : `, padded to ${longest} tokens`;
  const { covered, not } = roundsInWords(algorithm);
  const which = `these token strings, ${covered} a prompt that tokenises to itself`;
  return {
    world: name,
    algorithm: algorithm.id,
    tier: "symbolic",
    scope: `all real laws p, q at every context, ${sizes}, lookahead ${lookahead}, ${which}${padded}; ${NOT_COVERED}, ${not}`,
    gap: null,
    acceptance: null,
    expectedTokens: null,
    contexts: null,
    ...found,
  };
};
