import { at } from "../../core/num/at.ts";
import type { OnnxModel } from "../onnx/onnx-model.ts";
import { median } from "./spread.ts";

/** Milliseconds of forward passes, by the number of new tokens that they read: index k is a pass over k. */
export type PassCosts = readonly number[];

/** Passes over at most this many new tokens are timed. */
export const MOST_ROWS = 12;
const REPETITIONS = 9;

/** Times passes over 1, 2, … new tokens after a context, by turns, so that a busy moment falls on all of them. */
export async function passCosts(
  source: OnnxModel,
  context: readonly number[],
  now: () => number,
  most = MOST_ROWS,
): Promise<PassCosts> {
  const times: number[][] = Array.from({ length: most + 1 }, () => []);
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    for (let rows = 1; rows <= most; rows++) {
      if (context.length + rows > source.positions) break;
      await source.rows(context, 1);
      const ids = [...context, ...new Array<number>(rows).fill(at(context, 0))];
      const start = now();
      await source.rows(ids, rows);
      times[rows]?.push(now() - start);
    }
  }
  return times.map((one) => (one.length === 0 ? Number.NaN : median(one)));
}

/** The cost of a pass over a number of new tokens that need not be whole: between its neighbours. */
export function costOf(costs: PassCosts, rows: number): number {
  const low = Math.max(1, Math.min(costs.length - 1, Math.floor(rows)));
  const high = Math.min(costs.length - 1, low + 1);
  const [a, b] = [at(costs, low), at(costs, high)];
  return a + (b - a) * Math.min(1, Math.max(0, rows - low));
}
