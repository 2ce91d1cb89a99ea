import { type Figure, figure } from "../../pages/figures/frame.ts";
import { heatMap } from "../../pages/figures/heat-map.ts";
import { lines, type Series } from "../../pages/figures/lines.ts";
import { percent } from "../../pages/figures/text.ts";
import { type StyleId, styles } from "../../pages/styles.ts";
import { type Choice, choices, whatIf } from "./decision.ts";
import type { PairResult } from "./pair-result.ts";
import type { BenchRow } from "./row.ts";

const styleOf = (algorithm: string): StyleId => (Object.hasOwn(styles, algorithm) ? (algorithm as StyleId) : "bound");
const times = (value: number): string => `${value.toFixed(2)}×`;
const wayOf = ({ drafter, algorithm, lookahead }: Pick<Choice, "drafter" | "algorithm" | "lookahead">): string =>
  `${drafter} ${algorithm} ${lookahead}`;

/** Measured speed-ups, a row for each way, a column for each task, the best of each task framed. */
export function speedupFigure(rows: readonly BenchRow[], temperature: number, footer: readonly string[]): Figure {
  const ways = choices(rows).filter((one) => one.temperature === temperature);
  const tasks = [...new Set(rows.map(({ task }) => task))];
  const cells = ways.flatMap((way) =>
    way.rows.map((row) => ({ column: row.task, row: wayOf(way), value: row.speedup })),
  );
  const best = new Map(
    tasks.map((task) => [task, Math.max(...cells.filter(({ column }) => column === task).map(({ value }) => value))]),
  );
  const framed = cells.map((cell) => ({ ...cell, framed: cell.value === best.get(cell.column) }));
  const [first] = ways as [Choice];
  return figure(
    {
      id: `speedup-${String(temperature).replace(".", "-")}`,
      title: `At temperature ${temperature}, ${wayOf(first)} is the fastest over all tasks: ${times(first.speedup)}`,
      subtitle:
        "Speed-up over autoregressive decoding in the same run, median over prompts and repetitions; rows: drafter, algorithm, lookahead; the best of each task is framed",
      alt: `Speed-ups by task at temperature ${temperature}: ${first.rows.map((row) => `${row.task} ${times(row.speedup)}`).join(", ")} for ${wayOf(first)}.`,
      footer,
    },
    [
      heatMap({
        x: "task",
        y: "way",
        columns: tasks,
        rows: ways.map(wayOf),
        cells: framed,
        print: times,
        scale: "ratio",
      }),
    ],
  );
}

/** Acceptance of the first, second, … proposed token, for the fastest drafter's longest lookahead of each algorithm. */
export function acceptanceFigure(rows: readonly BenchRow[], best: Choice, footer: readonly string[]): Figure {
  const own = rows.filter(({ drafter, temperature }) => drafter === best.drafter && temperature === best.temperature);
  const algorithms = [...new Set(own.map(({ algorithm }) => algorithm))].filter((id) => id !== "autoregressive");
  const longest = (id: string): number =>
    Math.max(...own.filter((row) => row.algorithm === id).map((row) => row.lookahead));
  const series: Series[] = algorithms.flatMap((id) => {
    const its = own.filter((row) => row.algorithm === id && row.lookahead === longest(id));
    const most = Math.max(...its.map((row) => row.acceptanceByPosition.length));
    const points = Array.from({ length: most }, (_, at) => {
      const values = its.flatMap((row) => row.acceptanceByPosition[at] ?? []);
      return { x: at + 1, y: mean(values), low: Math.min(...values), high: Math.max(...values) };
    });
    const first = points[0];
    return first === undefined
      ? []
      : [{ id: styleOf(id), label: id, note: ` ${percent(points.at(-1)?.y ?? 0)}`, points }];
  });
  const most = Math.max(2, ...series.map(({ points }) => points.length));
  return figure(
    {
      id: "acceptance",
      title: `${best.drafter}'s first token is accepted ${percent(best.acceptance)} of the time by ${best.algorithm} at temperature ${best.temperature}`,
      subtitle:
        "Share accepted at each position of those whose predecessors were; mean over tasks, the band from the least to the most of them",
      alt: series.map(({ label, points }) => `${label}: ${points.map(({ y }) => percent(y)).join(", ")}`).join("; "),
      footer,
    },
    [
      lines({
        x: {
          title: "position in the proposal",
          domain: [1, most],
          ticks: Array.from({ length: most }, (_, at) => at + 1),
        },
        y: { title: "acceptance", domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format: percent },
        series,
      }),
    ],
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What scoring a block costs, in passes over one token. */
export function blockFigure({ tasks }: PairResult, footer: readonly string[]): Figure {
  const costs = Object.values(tasks).map(({ passMilliseconds }) => passMilliseconds);
  const single = mean(costs.map((one) => one[1] as number));
  const points = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((rows) => {
    const ratios = costs.map((one) => (one[rows] as number) / (one[1] as number)).filter(Number.isFinite);
    return ratios.length === 0
      ? []
      : [{ x: rows, y: mean(ratios), low: Math.min(...ratios), high: Math.max(...ratios) }];
  });
  const last = points.at(-1) as (typeof points)[number];
  const top = Math.max(2, Math.ceil(Math.max(...points.map(({ high }) => high))));
  return figure(
    {
      id: "block",
      title: `A target pass over ${last.x} tokens costs ${times(last.y)} that over one`,
      subtitle: `Median milliseconds of a pass, over those of a pass over one token (${single.toFixed(2)} ms); mean over tasks, the band from the least to the most`,
      alt: points.map(({ x, y }) => `${x} tokens ${times(y)}`).join(", "),
      footer,
    },
    [
      lines({
        x: { title: "new tokens in one pass", domain: [1, last.x], ticks: points.map(({ x }) => x) },
        y: { title: "cost, single passes", domain: [0, top], ticks: Array.from({ length: top + 1 }, (_, at) => at) },
        series: [{ id: "autoregressive", label: "target", note: ` ${times(last.y)}`, points }],
        references: [{ axis: "y", at: 1, label: "a free block" }],
      }),
    ],
  );
}

const LATENCIES = [0, 0.5, 1, 2, 5, 10, 20, 50];
const RATIOS = [0, 0.02, 0.05, 0.1, 0.2, 0.5];

/** What a drafter behind a network, or one of another price, would leave of the gain: by formula, from what was measured. */
export function whatIfFigure(best: Choice, single: number, footer: readonly string[]): Figure {
  const value = (latency: number, ratio?: number): number =>
    Math.exp(mean(best.rows.map((row) => Math.log(whatIf(row, single, latency, ratio)))));
  const cell = (column: string, latency: number, ratio?: number) => [
    { column, row: "speed-up", value: value(latency, ratio) },
  ];
  const print = times;
  const limit = LATENCIES.filter((latency) => value(latency) > 1).at(-1);
  const map = (x: string, columns: readonly (readonly [string, number, number?])[]) =>
    heatMap({
      x,
      y: "",
      columns: columns.map(([name]) => name),
      rows: ["speed-up"],
      cells: columns.flatMap(([name, latency, ratio]) => cell(name, latency, ratio)),
      print,
      scale: "ratio",
    });
  return figure(
    {
      id: "what-if",
      title:
        limit === undefined
          ? "Even a drafter without latency does not pay"
          : `A drafter that answers within ${limit} ms a round still pays`,
      subtitle: `${wayOf(best)} at temperature ${best.temperature}: τ / (γc + T(k)/T(1) + latency/T(1)) with the measured τ, γ and T; geometric mean over tasks. Above: latency added to each round. Below: another cost of one drafter pass`,
      alt: LATENCIES.map((latency) => `${latency} ms ${times(value(latency))}`).join(", "),
      footer,
    },
    [
      map(
        "latency a round, ms",
        LATENCIES.map((latency) => [String(latency), latency] as const),
      ),
      map(
        "cost of one drafter pass (target pass = 1)",
        RATIOS.map((ratio) => [String(ratio), 0, ratio] as const),
      ),
    ],
  );
}
