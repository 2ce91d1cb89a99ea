import type { CheckResult, PathPoint } from "../check-algorithm.ts";
import { escaped } from "./junit.ts";

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 64;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 44;
/** Evidence shown, as powers of ten: what is beyond is drawn at the edge. */
const LOW = -6;
const HIGH = 12;

const clamped = (log10: number): number => Math.max(LOW, Math.min(HIGH, Number.isFinite(log10) ? log10 : HIGH));
const y = (log10: number): number => TOP + ((HIGH - clamped(log10)) / (HIGH - LOW)) * (HEIGHT - TOP - BOTTOM);

/** The e-processes of one check as an SVG: a grey path for each case, a red one where it was refuted, the line of alarm. */
export const pathPlot = ({ paths, rows, threshold, algorithm }: CheckResult): string => {
  const most = Math.max(1, ...[...paths.values()].map((path) => path.at(-1)?.[0] ?? 0));
  const x = (sequences: number): number => LEFT + (sequences / most) * (WIDTH - LEFT - RIGHT);
  const refuted = new Set(rows.filter(({ verdict }) => verdict === "refuted").map(({ step }) => step));
  const line = ([name, path]: readonly [string, readonly PathPoint[]]): string => {
    const points = thinned(path).map(([sequences, log10]) => `${x(sequences).toFixed(1)},${y(log10).toFixed(1)}`);
    const kind = refuted.has(name) ? "refuted" : "path";
    return `<polyline class="${kind}" points="${points.join(" ")}"><title>${escaped(name)}</title></polyline>`;
  };
  const ticks = [-6, -3, 0, 3, 6, 9, 12].map(
    (tick) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/>` +
      `<text x="${LEFT - 8}" y="${y(tick) + 4}" text-anchor="end">10<tspan dy="-4" font-size="9">${String(tick).replace("-", "−")}</tspan></text>`,
  );
  const steps = [0, 0.5, 1].map((share) => Math.round(share * most));
  const axis = steps.map((at) => `<text x="${x(at)}" y="${HEIGHT - 22}" text-anchor="middle">${at}</text>`);
  // Refuted paths last, on top of the others.
  const lines = [...paths].sort(([a], [b]) => Number(refuted.has(a)) - Number(refuted.has(b))).map(line);
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`The e-processes of ${algorithm}, ${paths.size} cases, ${refuted.size} of all rows refuted`)}">`,
    ...ticks,
    ...axis,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 4}" text-anchor="middle">sequences of one case</text>`,
    ...lines,
    `<line class="alarm" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(threshold)}" y2="${y(threshold)}"/>`,
    `<text class="strong" x="${WIDTH - RIGHT}" y="${y(threshold) - 6}" text-anchor="end">alarm at 10^${threshold.toFixed(1)}</text>`,
    "</svg>",
  ].join("\n");
};

/** Points of one path in the plot, at most. */
const MOST = 150;

const thinned = (path: readonly PathPoint[]): readonly PathPoint[] => {
  const every = Math.ceil(path.length / MOST);
  return path.filter((_, at) => at % every === 0 || at === path.length - 1);
};
