import { at } from "../../core/num/at.ts";
import { likelihoodRatio } from "../../evidence/stats/statistic.ts";

/** How often each token came in one state, and how often it should have. */
export interface Tally {
  readonly state: string;
  readonly seen: number[];
  readonly expected: number[];
}

/** The likelihood-ratio statistic of a state: large where its tokens are far from their law. */
export function excess({ seen, expected }: Tally): number {
  const total = expected.reduce((sum, value) => sum + value, 0);
  return likelihoodRatio(
    seen,
    expected.map((value) => value / total),
  );
}

/** The token that came too often by most, for people. */
export function shownTally({ state, seen, expected }: Tally, label: (token: number) => string): string {
  const total = seen.reduce((sum, count) => sum + count, 0);
  const cells = seen
    .map((count, token) => ({ count, token, mean: at(expected, token) }))
    .filter(({ count, mean }) => count > 0 || mean > 0)
    .sort((a, b) => Math.abs(b.count - b.mean) - Math.abs(a.count - a.mean))
    .slice(0, 4)
    .map(({ count, token, mean }) => `${label(token)} ${count} times, expected ${mean.toFixed(1)}`);
  return `in the state ${state}, of ${total} tokens: ${cells.join("; ")}`;
}
